import { labelOfIdentity, type Account } from '../../identity/account';
import { providerLabel, type Connection } from '../../identity/connection';
import { subjectOf } from '../../identity/identity';
import { historyEntryOf, type Receipt } from '../../identity/link/receipt';
import { historyOf, unrecorded, type HistoryEntry } from '../../identity/settings/link-history';
import { displayText } from '../../identity/text/display-text';
import { phoneText } from '../../identity/text/phone-text';
import { receiptTitle } from './receipt-words';

/** A link or an unlink as the account page lists it; with its receipt, if it was in this tab. */
export interface HistoryRow {
  readonly title: string;
  readonly atMs: number;
  readonly receipt?: Receipt;
}

/** Lists what an account remembers and what was done in this tab, each once, the newest first. */
export function historyRows(
  account: Account | undefined,
  receipts: readonly Receipt[],
  connections: readonly Connection[],
): readonly HistoryRow[] {
  const done = receipts.map((receipt) => ({ receipt, ...historyEntryOf(receipt) }));
  const remembered = unrecorded(account === undefined ? [] : historyOf(account.settings), done);

  return [
    ...done.map(({ receipt, ...entry }) => ({
      title:
        receipt.kept.userId === account?.userId
          ? titleOf(entry, account, connections)
          : receiptTitle(receipt, connections),
      atMs: entry.atMs,
      receipt,
    })),
    ...remembered.map((entry) => ({
      title: titleOf(entry, account, connections),
      atMs: entry.atMs,
    })),
  ].sort((one, other) => other.atMs - one.atMs);
}

function titleOf(
  { what, subject, connection, label }: HistoryEntry,
  account: Account | undefined,
  connections: readonly Connection[],
): string {
  const identity = account?.identities.find((each) => subjectOf(each) === subject);
  const provider = subject.slice(0, subject.indexOf('|'));
  const name = label ?? (account && identity && labelOfIdentity(account, identity)) ?? '';
  const method = `${providerLabel(connections, { connection, provider })} ${phoneText(displayText(name))}`;

  return what === 'link'
    ? $localize`Linked ${method.trim()}:method:`
    : $localize`Unlinked ${method.trim()}:method:`;
}
