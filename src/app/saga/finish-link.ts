import { holdsSubject } from '../identity/account';
import type { Settings } from '../identity/json';
import { closeLink } from './close-link';
import type { LinkPhase, LinkResult } from './link-result';
import type { LinkWorld } from './link-world';
import { readBoth } from './read-both';
import { renewLease, type Ready } from './renew-lease';
import { sendLink } from './send-link';
import { undoLink } from './undo-link';

/**
 * Goes on from an open journal: links, and closes it; or takes everything back if the tenant says no. `mayArrive`:
 * whether another page may have sent the link before, so that it may arrive whatever the tenant says to this one.
 */
export async function finishLink(
  world: LinkWorld,
  settings: Settings,
  ready: Ready,
  report: (phase: LinkPhase) => void,
  mayArrive = false,
): Promise<LinkResult> {
  report('sending');
  let { journal } = ready;
  const late = new Set(ready.late);
  const sent = await sendLink(world, journal.subject, async (isRepeat) => {
    world.note(journal.id, 'sent');
    if (!isRepeat && world.now() < journal.lease) return 'go';
    const readings = await readBoth(world);
    const { kept } = readings;
    if (kept.known && holdsSubject(kept.account, journal.subject)) return kept.account;
    const renewed = await renewLease(world, journal, readings);
    if (typeof renewed === 'string') return { code: renewed };
    ({ journal } = renewed);
    renewed.late.forEach((key) => late.add(key));

    return 'go';
  });

  switch (sent.sent) {
    case 'linked':
      report('closing');

      return naming(late, await closeLink(world, journal, sent.account?.settings ?? settings));
    case 'no':
      return undoLink(world, journal, { ...sent, mayArrive: sent.mayArrive || mayArrive });
    case 'held':
    case 'unknown':
      return { result: 'open', code: sent.code, journal };
  }
}

/** Names what had to be set aside on the way among what the person is told. */
const naming = (late: ReadonlySet<string>, ended: LinkResult): LinkResult =>
  ended.result === 'done'
    ? {
        ...ended,
        remarks: { ...ended.remarks, setAside: [...new Set([...late, ...ended.remarks.setAside])] },
      }
    : ended;
