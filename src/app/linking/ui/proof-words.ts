import type { Account } from '../../identity/account';
import { providerLabel, type Connection } from '../../identity/connection';
import { messageToOf } from './message-account';

/** How somebody has shown that the first of two accounts is theirs. */
export const firstProofWords = (): string => $localize`You're signed in with this account`;

/** How somebody has shown that the second account is theirs, which is not known by name before it has been read. */
export function secondProofWords(
  account: Account | undefined,
  connections: readonly Connection[],
): string {
  // Of several methods nobody says here which one it was.
  if (account === undefined || account.identities.length > 1) {
    return $localize`You just signed in to this account`;
  }

  switch (messageToOf(account)) {
    case 'phone':
      return $localize`You just confirmed this number`;
    case 'email':
      return $localize`You just confirmed this address`;
    default:
      return $localize`You just signed in with ${providerLabel(connections, account.identities[0])}:provider:`;
  }
}
