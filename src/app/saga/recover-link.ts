import { holdsSubject, type Account } from '../identity/account';
import { journalOf, mayArriveUntil, type Journal } from '../identity/journal';
import { journalKey } from '../identity/reserved-settings';
import { closeLink, finishLink, renewLease, undoLink } from './finish-link';
import { plainlyDone, type LinkPhase, type LinkRemarks, type LinkResult } from './link-result';
import type { JournalWorld, LinkWorld } from './link-world';

/** What an account's journal means now. */
export type OpenLink =
  | { readonly status: 'none' }
  /** Another tab of this browser is busy with it. */
  | { readonly status: 'elsewhere' }
  /** The link had happened; it has just been closed. */
  | { readonly status: 'closed'; readonly subject: string; readonly remarks: LinkRemarks }
  /** The link is not there: the person says whether it goes on. */
  | { readonly status: 'open'; readonly journal: Journal }
  /** It was taken back, and may arrive until then, in milliseconds since 1970. */
  | { readonly status: 'undone'; readonly until: number };

/**
 * Finds out what an account's journal means, and closes what can be closed. It may be asked any number of times,
 * anywhere, and never links: that takes a person and their second sign-in.
 */
export async function reconcileLink(world: JournalWorld, account: Account): Promise<OpenLink> {
  const journal = journalOf(account.settings);
  if (journal === undefined) return { status: 'none' };
  const { subject } = journal;

  if (holdsSubject(account, subject)) {
    const closed = await closeLink(world, journal, account.settings);

    return closed.result === 'done' && closed.journal === 'closed'
      ? { status: 'closed', subject, remarks: closed.remarks }
      : { status: 'open', journal };
  }
  if (journal.phase === 'sent') return { status: 'open', journal };
  const until = mayArriveUntil(journal);
  if (world.now() < until) return { status: 'undone', until };
  const written = await world.write(new Map([[journalKey, null]]));
  if (written.outcome !== 'ok') return { status: 'undone', until };
  const after = written.value;
  if (!holdsSubject(after, subject)) return { status: 'none' };
  // It has arrived at the last moment, and this page has the only copy left.
  const closed = await closeLink(world, journal, after.settings);

  return closed.result === 'done'
    ? { status: 'closed', subject, remarks: closed.remarks }
    : { status: 'none' };
}

/** Goes on with an unfinished link, with a new proof of the account that joins. */
export async function continueLink(
  world: LinkWorld,
  journal: Journal,
  mine: Pick<Journal, 'by' | 'tokenExpires'>,
  report: (phase: LinkPhase) => void,
): Promise<LinkResult> {
  report('preparing');
  const reading = await world.readPrimary();
  if (!reading.known) return { result: 'open', code: reading.code, journal };
  const { account } = reading;
  const found = journalOf(account.settings);
  if (found?.id !== journal.id) return endedElsewhere(account, journal);
  if (holdsSubject(account, journal.subject)) return closeLink(world, found, account.settings);
  if (found.phase === 'undone') return { result: 'notDone', code: 'undone' };
  if (isBusyElsewhere(found, mine.by, world.now())) {
    return { result: 'open', code: 'busy-elsewhere', journal: found };
  }
  // Another page may have sent it before, so from here on it can never be known as unsent.
  const mayArrive = world.now() < mayArriveUntil(found);
  world.note(found.id, 'sent');
  const renewed = await renewLease(world, found, mine);
  if (typeof renewed === 'string') return { result: 'open', code: renewed, journal: found };

  return finishLink(world, account.settings, renewed, report, mayArrive);
}

/** Takes an unfinished link back. `wasSent`: whether it may have been sent by whoever wrote this journal. */
export async function takeBackLink(
  world: JournalWorld,
  journal: Journal,
  { by, wasSent }: { readonly by: string; readonly wasSent: boolean },
): Promise<LinkResult> {
  const reading = await world.readPrimary();
  if (!reading.known) return { result: 'open', code: reading.code, journal };
  const { account } = reading;
  const found = journalOf(account.settings);
  if (found?.id !== journal.id) return endedElsewhere(account, journal);
  if (isBusyElsewhere(found, by, world.now())) {
    return { result: 'open', code: 'busy-elsewhere', journal: found };
  }
  // Somebody may have gone on with it since it was shown here.
  const mayBeSent = wasSent || found.by !== journal.by;
  const mayArrive = mayBeSent && world.now() < mayArriveUntil(found);

  return undoLink(world, found, { code: 'undone', mayArrive, account });
}

const isBusyElsewhere = (journal: Journal, by: string, now: number): boolean =>
  journal.by !== by && now < journal.lease;

const endedElsewhere = (account: Account, { subject }: Journal): LinkResult =>
  holdsSubject(account, subject) ? plainlyDone : { result: 'notDone', code: 'undone' };
