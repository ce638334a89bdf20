import { holdsSubject } from '../../identity/account';
import { journalOf, mayArriveUntilMs, type Journal } from '../../identity/link/journal';
import type { LinkPort } from '../ports/link-port';
import { readBoth } from '../ports/read-both';
import { closeLink } from './close-link';
import { finishLink } from './finish-link';
import { endedElsewhere, isBusyElsewhere, type LinkPhase, type LinkResult } from './link-result';
import { renewLease } from './renew-lease';

/**
 * Goes on with an unfinished link. `mine`: which browser does, and when its new proof of the absorbed one ends.
 * `isUnseen`: whether nobody has seen its journal in the account yet.
 */
export async function continueLink(
  port: LinkPort,
  journal: Journal,
  {
    mine,
    report,
    isUnseen = false,
  }: {
    readonly mine: Pick<Journal, 'by' | 'tokenExpiresAtMs'>;
    readonly report: (phase: LinkPhase) => void;
    readonly isUnseen?: boolean;
  },
): Promise<LinkResult> {
  report('preparing');
  const readings = await readBoth(port);
  const { kept } = readings;
  if (!kept.known) {
    return { kind: 'open', code: kept.code, journal, ...(isUnseen && { isUnseen }) };
  }
  const { account } = kept;
  const found = journalOf(account.settings);
  if (found?.id !== journal.id) {
    const ended = endedElsewhere(account, journal);

    // What was never there was taken back by nobody: its write has not reached the tenant.
    return isUnseen && ended.kind === 'notDone' ? { ...ended, code: 'unreachable' } : ended;
  }
  if (holdsSubject(account, journal.subject)) return closeLink(port, found, account);
  if (found.phase === 'undone') return { kind: 'notDone', code: 'undone' };
  if (isBusyElsewhere(found, mine.by, port.now())) {
    return { kind: 'open', code: 'busy-elsewhere', journal: found };
  }
  // Another page may have sent it before, so from here on it can never be known as unsent.
  const mayArrive = port.now() < mayArriveUntilMs(found);
  port.note(found.id, 'sent');
  const ready = await renewLease(port, readings, { journal: found, mine });
  if (ready.kind === 'held') return { kind: 'open', code: ready.code, journal: found };

  return finishLink(port, { ...ready, settings: account.settings }, { report, mayArrive });
}
