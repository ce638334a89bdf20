import { holdsSubject } from '../../identity/account';
import type { Settings } from '../../identity/json';
import { sendWithinMs } from '../../identity/link/journal';
import type { LinkPort } from '../ports/link-port';
import { readBoth } from '../ports/read-both';
import { closeLink } from './close-link';
import type { LinkPhase, LinkResult } from './link-result';
import { renewedOf, renewLease, type Ready } from './renew-lease';
import { revertSettings } from './revert-settings';
import { sendLink } from './send-link';

/**
 * Goes on from an open journal: sends the link and closes the journal, or takes everything back if the tenant says no.
 * `mayArrive`: whether another page may have sent the link before, so that it may arrive whatever is answered here.
 */
export async function finishLink(
  port: LinkPort,
  opened: Omit<Ready, 'kind'> & { readonly settings: Settings },
  {
    report,
    mayArrive = false,
  }: { readonly report: (phase: LinkPhase) => void; readonly mayArrive?: boolean },
): Promise<LinkResult> {
  report('sending');
  let { journal } = opened;
  const late = new Map(opened.late);
  const renew = async (): Promise<void> => {
    journal = await renewedOf(port, journal);
  };
  const renewing: LinkPort = {
    ...port,
    send: () => port.whileLasting(port.send(), sendWithinMs / 2, renew),
  };
  const sent = await sendLink(renewing, journal.subject, async (isRepeat) => {
    port.note(journal.id, 'sent');
    if (!isRepeat && port.now() < journal.leaseUntilMs) return { kind: 'go' };
    const readings = await readBoth(port);
    const { kept } = readings;
    if (kept.known && holdsSubject(kept.account, journal.subject)) {
      return { kind: 'linked', account: kept.account };
    }
    const renewed = await renewLease(port, readings, { journal });
    if (renewed.kind === 'held') return renewed;
    ({ journal } = renewed);
    renewed.late.forEach((value, key) => late.set(key, value));

    return { kind: 'go' };
  });

  switch (sent.kind) {
    case 'linked':
      report('closing');

      return naming(
        late,
        await closeLink(port, journal, { settings: opened.settings, ...sent.account }),
      );
    case 'no':
      return revertSettings(port, journal, { ...sent, mayArrive: sent.mayArrive || mayArrive });
    case 'held':
    case 'unknown':
      return { kind: 'open', code: sent.code, journal };
  }
}

/** Adds what had to be set aside on the way to what the person is told. */
function naming(late: Settings, ended: LinkResult): LinkResult {
  if (ended.kind !== 'done' || late.size === 0) return ended;
  const setAside = [...new Set([...late.keys(), ...ended.remarks.setAside])];

  return { ...ended, remarks: { ...ended.remarks, setAside, late } };
}
