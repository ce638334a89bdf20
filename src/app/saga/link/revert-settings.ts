import { holdsSubject, type Account } from '../../identity/account';
import type { FailureCode } from '../../identity/failure';
import { journalOf, type Journal } from '../../identity/link/journal';
import { undoingBeside, undoingOf } from '../../identity/link/journal-closing';
import { mostTries, retryDelay, type JournalPort } from '../ports/link-port';
import { closeLink } from './close-link';
import { leftOpen, type LinkResult } from './link-result';
import { isUnchanged } from './renew-lease';

/**
 * Takes back what was written before a link that has not happened, and ends with `code`. `mayArrive`: whether the link
 * may still arrive. `account`: the kept account, if it was read just now.
 */
export async function revertSettings(
  port: JournalPort,
  journal: Journal,
  {
    code,
    mayArrive,
    account: known,
  }: { readonly code: FailureCode; readonly mayArrive: boolean; readonly account?: Account },
): Promise<LinkResult> {
  /** Ends a link that was taken back; it may have arrived in that very moment, and is finished then. */
  const ended = (account: Account): Promise<LinkResult> | LinkResult => {
    if (holdsSubject(account, journal.subject)) return closeLink(port, journal, account);
    port.note(journal.id, 'closed');

    return { kind: 'notDone', code };
  };
  // If it arrived after all, there would be no copy to mend the settings from.
  if (mayArrive && journal.snapshot === undefined) {
    return { kind: 'open', code: 'too-early', journal };
  }

  for (let tries = 1; tries <= mostTries; tries += 1) {
    const reading =
      tries === 1 && known !== undefined
        ? { known: true as const, account: known }
        : await port.readKept();
    if (!reading.known) return { kind: 'open', code: reading.code, journal };
    const { account } = reading;
    if (holdsSubject(account, journal.subject)) {
      // An undo of which nothing was heard may yet arrive; what it takes is mended by the journal.
      return tries === 1 ? closeLink(port, journal, account) : { ...leftOpen, id: journal.id };
    }
    const found = journalOf(account.settings);
    const [, ...others] = account.identities;
    const latest = others.at(-1);
    const changes =
      found === undefined && latest !== undefined
        ? undoingBeside(latest, journal, account.settings)
        : undoingOf(journal, account.settings, mayArrive);
    // Another device has removed the journal or written over it; what only this one has written is taken back.
    if (found?.id !== journal.id) {
      if (mayArrive) return { kind: 'unknown', code };
      if (changes.size === 0) return { kind: 'notDone', code };
    } else if (!isUnchanged(journal, account) && found.phase === 'sent') {
      // Whether it may arrive is known of the journal as it was read, and of no other.
      return { kind: 'open', code: 'busy-elsewhere', journal: found };
    }

    const written = await port.write(changes);
    if (written.outcome === 'ok') return ended(written.value);
    if (written.outcome !== 'unknown') {
      return { kind: 'open', code: written.reason.code, journal };
    }
    await retryDelay(port, tries);
  }

  return { kind: 'open', code, journal };
}
