import { holdsSubject, type Account } from '../../identity/account';
import { journalOf, mayArriveUntilMs, type Journal } from '../../identity/link/journal';
import type { LinkRemarks } from '../../identity/link/receipt';
import { journalKey } from '../../identity/settings/reserved-settings';
import type { JournalPort } from '../ports/link-port';
import { closeLink } from './close-link';
import { isBusyElsewhere } from './link-result';

/** What an account's journal means now. */
export type OpenLink =
  | { readonly status: 'none' }
  /** Another tab of this browser is busy with it, or this one is. */
  | { readonly status: 'elsewhere' | 'here' }
  /** The link had happened, and has just been closed. */
  | { readonly status: 'closed'; readonly subject: string; readonly remarks: LinkRemarks }
  /**
   * The link is not there: the person decides whether it goes on. Until `busyUntilMs`, in milliseconds since 1970,
   * another browser may be at work on it; if it is, it renews that time.
   */
  | { readonly status: 'open'; readonly journal: Journal; readonly busyUntilMs?: number }
  /** The link was taken back, and may arrive until `untilMs`, in milliseconds since 1970. */
  | { readonly status: 'undone'; readonly subject: string; readonly untilMs: number };

/**
 * Finds out what an account's journal means, and closes what can be closed. It can be called any number of times in any
 * tab, and never links: that takes a person and their second sign-in. `by`: the browser that asks.
 */
export async function reconcileLink(
  port: JournalPort,
  account: Account,
  by?: string,
): Promise<OpenLink> {
  const journal = journalOf(account.settings);
  if (journal === undefined) return { status: 'none' };
  const { subject } = journal;

  if (holdsSubject(account, subject)) {
    const closed = await closeLink(port, journal, account);

    return closed.kind === 'done' && closed.journal === 'closed'
      ? { status: 'closed', subject, remarks: closed.remarks }
      : { status: 'open', journal };
  }
  if (journal.phase === 'sent') {
    const isBusy = by !== undefined && isBusyElsewhere(journal, by, port.now());

    return { status: 'open', journal, ...(isBusy && { busyUntilMs: journal.leaseUntilMs }) };
  }
  const untilMs = mayArriveUntilMs(journal);
  if (port.now() < untilMs) return { status: 'undone', subject, untilMs };
  const written = await port.write(new Map([[journalKey, null]]));
  if (written.outcome !== 'ok') return { status: 'undone', subject, untilMs };
  const after = written.value;
  if (!holdsSubject(after, subject)) return { status: 'none' };
  // It has arrived at the last moment, and this page has the only copy left.
  const closed = await closeLink(port, journal, after);

  return closed.kind === 'done'
    ? { status: 'closed', subject, remarks: closed.remarks }
    : { status: 'none' };
}
