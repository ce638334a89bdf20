import type { Settings } from '../identity/json';
import type { Journal } from '../identity/link/journal';
import { closeLink } from './close-link';
import type { LinkPhase, LinkResult } from './link-result';
import type { LinkWorld } from './link-world';
import { renewLease } from './renew-lease';
import { sendLink } from './send-link';
import { undoLink } from './undo-link';

/**
 * Goes on from an open journal: links, and closes it; or takes everything back if the tenant says no. `mayArrive`:
 * whether another page may have sent the link before, so that it may arrive whatever the tenant says to this one.
 */
export async function finishLink(
  world: LinkWorld,
  settings: Settings,
  journal: Journal,
  report: (phase: LinkPhase) => void,
  mayArrive = false,
): Promise<LinkResult> {
  report('sending');
  let current = journal;
  const sent = await sendLink(world, journal.subject, async () => {
    world.note(journal.id, 'sent');
    if (world.now() < current.lease) return undefined;
    const renewed = await renewLease(world, current);
    if (typeof renewed === 'string') return renewed;
    current = renewed;

    return undefined;
  });

  switch (sent.sent) {
    case 'linked':
      report('closing');

      return closeLink(world, current, sent.account?.settings ?? settings);
    case 'no':
      return undoLink(world, current, { ...sent, mayArrive: sent.mayArrive || mayArrive });
    case 'held':
    case 'unknown':
      return { result: 'open', code: sent.code, journal: current };
  }
}
