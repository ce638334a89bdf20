import { holdsSubject, type Account } from '../identity/account';
import type { FailureCode } from '../identity/failure';
import { subjectOf } from '../identity/identity';
import { journalJson, journalOf, sendWithin, type Journal } from '../identity/journal';
import { closingOf, undoingBeside, undoingOf } from '../identity/journal-closing';
import type { Settings } from '../identity/json';
import { journalKey } from '../identity/reserved-settings';
import { backOff, mostTries } from './back-off';
import { leftOpen, type LinkPhase, type LinkResult } from './link-result';
import type { JournalWorld, LinkWorld } from './link-world';
import { sendLink } from './send-link';

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

/** Says in the journal that this page goes on with it, or else why it cannot. */
export async function renewLease(
  world: LinkWorld,
  journal: Journal,
  mine: Partial<Pick<Journal, 'by' | 'tokenExpires'>> = {},
): Promise<Journal | FailureCode> {
  const reading = await world.readPrimary();
  if (!reading.known) return reading.code;
  if (!isUnchanged(journal, reading.account)) return 'other-link';
  const renewed: Journal = {
    ...journal,
    ...mine,
    phase: 'sent',
    lease: world.now() + sendWithin,
  };
  const written = await world.write(new Map([[journalKey, journalJson(renewed)]]));

  return written.outcome === 'ok' ? renewed : written.reason.code;
}

/** Whether a journal is what was read of it: nobody has taken it over since, or taken the link back. */
const isUnchanged = (journal: Journal, { settings }: Account): boolean => {
  const found = journalOf(settings);

  return (
    found?.id === journal.id &&
    found.phase === journal.phase &&
    found.by === journal.by &&
    found.lease === journal.lease
  );
};

/**
 * Removes the journal of a link that has happened, and mends what was lost meanwhile. If that does not work now,
 * the next visit does it: the link stands either way.
 */
export async function closeLink(
  world: JournalWorld,
  journal: Journal,
  settings: Settings,
): Promise<LinkResult> {
  let closing = closingOf(journal, settings);

  for (let tries = 1; tries <= mostTries && closing.changes.size > 0; tries += 1) {
    const written = await world.write(closing.changes);
    if (written.outcome === 'refused' || written.outcome === 'notSent') break;
    if (written.outcome === 'ok') {
      closing = closingOf(journal, written.value.settings);
    } else {
      await backOff(world, tries);
      const reading = await world.readPrimary();
      if (reading.known) closing = closingOf(journal, reading.account.settings);
    }
  }
  if (closing.changes.size > 0) return leftOpen;
  world.note(journal.id, 'closed');
  const { setAside, lost } = closing;

  return { result: 'done', remarks: { setAside, lost }, journal: 'closed' };
}

/** Takes back what was written before a link that has not happened. `account`: how it was read just now. */
export async function undoLink(
  world: JournalWorld,
  journal: Journal,
  {
    code,
    mayArrive,
    account: known,
  }: { readonly code: FailureCode; readonly mayArrive: boolean; readonly account?: Account },
): Promise<LinkResult> {
  // If it arrived after all, there would be no copy to mend the settings from.
  if (mayArrive && journal.snapshot === undefined) {
    return { result: 'open', code: 'too-early', journal };
  }

  for (let tries = 1; tries <= mostTries; tries += 1) {
    const reading =
      tries === 1 && known !== undefined
        ? { known: true as const, account: known }
        : await world.readPrimary();
    if (!reading.known) return { result: 'open', code: reading.code, journal };
    const { account } = reading;
    if (holdsSubject(account, journal.subject)) {
      // An undo of which nothing was heard may yet arrive; what it takes is mended by the journal.
      return tries === 1 ? closeLink(world, journal, account.settings) : leftOpen;
    }
    const found = journalOf(account.settings);
    const [, ...others] = account.identities.map(subjectOf);
    const latest = others.at(-1);
    const changes =
      found === undefined && latest !== undefined
        ? undoingBeside(latest, journal, account.settings)
        : undoingOf(journal, account.settings, mayArrive);
    // Another device has removed the journal or written over it; what only this one has written is taken back.
    if (found?.id !== journal.id) {
      if (mayArrive) return { result: 'unknown', code };
      if (changes.size === 0) return { result: 'notDone', code };
    } else if (!isUnchanged(journal, account) && found.phase === 'sent') {
      // Whether it may arrive is known of the journal as it was read, and of no other.
      return { result: 'open', code: 'busy-elsewhere', journal: found };
    }

    const written = await world.write(changes);
    if (written.outcome === 'ok') return ended(world, journal, written.value, code);
    if (written.outcome !== 'unknown') {
      return { result: 'open', code: written.reason.code, journal };
    }
    await backOff(world, tries);
  }

  return { result: 'open', code, journal };
}

/** The link may have arrived in the very moment in which it was taken back; then it is finished instead. */
function ended(
  world: JournalWorld,
  journal: Journal,
  account: Account,
  code: FailureCode,
): Promise<LinkResult> | LinkResult {
  if (holdsSubject(account, journal.subject)) return closeLink(world, journal, account.settings);
  world.note(journal.id, 'closed');

  return { result: 'notDone', code };
}
