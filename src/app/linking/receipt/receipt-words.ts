import { providerLabel, type Connection } from '../../identity/connection';
import { isJsonObject, type Json, type JsonObject } from '../../identity/json';
import type { LinkReceipt, Receipt, ReceiptAccount } from '../../identity/link/receipt';
import { displayText } from '../../identity/text/display-text';
import { phoneText } from '../../identity/text/phone-text';

/** What an account of a receipt is known by, as people read it. */
export const shownLabel = ({ label }: Pick<ReceiptAccount, 'label'>): string =>
  phoneText(displayText(label));

/** An account of a receipt as a person calls it. */
export const receiptName = (account: ReceiptAccount, connections: readonly Connection[]): string =>
  `${providerLabel(connections, account)} ${shownLabel(account)}`;

/** What a receipt is about, in one line. */
export function receiptTitle(receipt: Receipt, connections: readonly Connection[]): string {
  const kept = receiptName(receipt.kept, connections);

  switch (receipt.what) {
    case 'link':
      return $localize`Linked ${receiptName(receipt.joined, connections)}:joined: to ${kept}:kept:`;
    case 'unlink':
      return $localize`Unlinked ${receiptName(receipt.left, connections)}:left: from ${kept}:kept:`;
  }
}

/** Settings that were set aside, and the account they are of. */
export interface AsideOf {
  readonly subject: string;
  readonly name: string;
  readonly settings: readonly (readonly [string, Json])[];
}

/** What a link set aside, account by account. */
export const setAsideOf = (
  { kept, joined, settings: { setAside } }: LinkReceipt,
  connections: readonly Connection[],
): readonly AsideOf[] =>
  Object.entries(setAside)
    .filter((entry): entry is [string, JsonObject] => isJsonObject(entry[1]))
    .map(([subject, settings]) => ({
      subject,
      name: receiptName(subject === kept.userId ? kept : joined, connections),
      settings: Object.entries(settings),
    }));

/** The name of the file in which a receipt is kept. */
export const receiptFile = ({ what, at }: Receipt): string =>
  `ligature-${what}-${at.slice(0, 10)}.json`;
