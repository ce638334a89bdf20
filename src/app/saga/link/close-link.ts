import type { Account } from '../../identity/account';
import { accountLabel, subjectOf, type Identity } from '../../identity/identity';
import type { Settings } from '../../identity/json';
import { sentAtMs, type Journal } from '../../identity/link/journal';
import { closingOf, type Closing } from '../../identity/link/journal-closing';
import { makingRoom, recording, type HistoryEntry } from '../../identity/settings/link-history';
import { tasksAfterLink } from '../../identity/settings/portal-task';
import { journalKey } from '../../identity/settings/reserved-settings';
import { mostTries, retryDelay, type JournalPort } from '../ports/link-port';
import { leftOpen, type LinkResult } from './link-result';

/** What of an account a link is closed by. */
type LinkedAccount = Pick<Account, 'settings' | 'identities'>;

/**
 * Removes the journal of a link that has happened, writes again what was lost meanwhile, and has the account remember
 * the link. If that does not work now, the next visit does it: the link stands either way.
 */
export async function closeLink(
  port: JournalPort,
  journal: Journal,
  account: LinkedAccount,
): Promise<LinkResult> {
  /** Adds the link to what the account remembers, in the write that removes its journal, so that it is added once. */
  const remembering = ({ settings, identities }: LinkedAccount, changes: Settings): Settings =>
    changes.has(journalKey)
      ? recording(settings, changes, [...port.events(), eventOf(journal, identities)])
      : makingRoom(settings, changes);
  let now = account;
  let closing = closingIn(now, journal);

  for (let tries = 1; tries <= mostTries && closing.changes.size > 0; tries += 1) {
    const written = await port.write(remembering(now, closing.changes));
    if (written.outcome === 'refused' || written.outcome === 'notSent') break;
    if (written.outcome === 'ok') {
      now = written.value;
      closing = closingIn(now, journal);
    } else {
      await retryDelay(port, tries);
      const reading = await port.readKept();
      if (reading.known) {
        now = reading.account;
        closing = closingIn(now, journal);
      }
    }
  }
  const { id } = journal;
  if (closing.changes.size > 0) return { ...leftOpen, id };
  port.note(id, 'closed');
  const { setAside, lost } = closing;

  return { kind: 'done', remarks: { setAside, lost }, journal: 'closed', id };
}

/** Plans the write that closes a link, and has the account note what the portal is still to be told. */
function closingIn({ settings, identities }: LinkedAccount, journal: Journal): Closing {
  const closing = closingOf(journal, settings);
  const { id, subject: other, connection, tasks: carried } = journal;
  if (carried === undefined) return closing;
  const kept = subjectOf(identities[0]);
  const linked = { id, what: 'link', atMs: sentAtMs(journal), kept, other, connection } as const;
  const told = tasksAfterLink({ linked, carried }, settings);

  return { ...closing, changes: new Map([...closing.changes, ...told]) };
}

/** When a link was sent stands in its journal, so that whoever closes it writes the same. */
function eventOf(journal: Journal, identities: readonly Identity[]): HistoryEntry {
  const { subject } = journal;
  const identity = identities.find((each) => subjectOf(each) === subject);
  const label = identity && accountLabel(identity.profile);

  return {
    what: 'link',
    atMs: sentAtMs(journal),
    subject,
    connection: identity?.connection ?? journal.connection,
    ...(label !== undefined && { label }),
  };
}
