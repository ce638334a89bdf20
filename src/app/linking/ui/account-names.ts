import { labelOf, type Account } from '../../identity/account';
import { providerLabel, type Connection } from '../../identity/connection';

/** What to call two accounts so that nobody takes one for the other. */
export interface AccountNames {
  readonly kept: string;
  readonly joining: string;
}

/** Both by provider and label; by the end of their ids too where these are the same. */
export function accountNames(
  { primary, secondary }: { readonly primary: Account; readonly secondary: Account },
  connections: readonly Connection[],
): AccountNames {
  const [kept, joining] = [nameOf(primary, connections), nameOf(secondary, connections)];
  if (kept !== joining) return { kept, joining };

  return { kept: withIdEnd(kept, primary), joining: withIdEnd(joining, secondary) };
}

const nameOf = (account: Account, connections: readonly Connection[]): string =>
  `${providerLabel(connections, account.identities[0])} ${labelOf(account)}`;

const withIdEnd = (name: string, { userId }: Account): string => `${name} (${userId.slice(-4)})`;
