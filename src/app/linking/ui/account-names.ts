import { labelOf, type Account } from '../../identity/account';
import { providerLabel, type Connection } from '../../identity/connection';

/** What to call two accounts so that nobody takes one for the other. */
export interface AccountNames {
  readonly kept: string;
  readonly absorbed: string;
}

/** Both by provider and label; by the end of their ids too where these are the same. */
export function accountNames(
  accounts: { readonly kept: Account; readonly absorbed: Account },
  connections: readonly Connection[],
): AccountNames {
  const kept = nameOf(accounts.kept, connections);
  const absorbed = nameOf(accounts.absorbed, connections);
  if (kept !== absorbed) return { kept, absorbed };

  return {
    kept: withIdEnd(kept, accounts.kept),
    absorbed: withIdEnd(absorbed, accounts.absorbed),
  };
}

const nameOf = (account: Account, connections: readonly Connection[]): string =>
  `${providerLabel(connections, account.identities[0])} ${labelOf(account)}`;

const withIdEnd = (name: string, { userId }: Account): string => `${name} (${userId.slice(-4)})`;
