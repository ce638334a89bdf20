import { labelOf, type Account } from '../../../identity/account';
import { providerLabel, type Connection } from '../../../identity/connection';
import { inOrder, type LinkPlan } from '../../../identity/link/link-plan';
import { calledName } from '../message-account';

/** What to call two accounts so that nobody takes one for the other: as they were proven, and as they are linked. */
export interface AccountNames {
  readonly first: string;
  readonly second: string;
  readonly kept: string;
  readonly absorbed: string;
}

/** Both by provider, or by the number or the address that is all there is of them; by label too where that is the same, and by when they were proven where nothing tells them apart. */
export function accountNames(
  plan: Pick<LinkPlan, 'direction' | 'kept' | 'absorbed'>,
  connections: readonly Connection[],
): AccountNames {
  const accounts = inOrder(plan);
  const [first, second] = toldApart(
    [calledName(accounts.first, connections), calledName(accounts.second, connections)],
    accounts,
    connections,
  );

  return plan.direction === 'keepFirst'
    ? { first, second, kept: first, absorbed: second }
    : { first, second, kept: second, absorbed: first };
}

function toldApart(
  [one, other]: readonly [string, string],
  { first, second }: { readonly first: Account; readonly second: Account },
  connections: readonly Connection[],
): readonly [string, string] {
  if (one !== other) return [one, other];
  const [mine = '', added = ''] = [first, second].map(
    (account) => `${providerLabel(connections, account.identities[0])} ${labelOf(account)}`,
  );

  return mine === added
    ? [$localize`${mine}:name: (current)`, $localize`${added}:name: (new)`]
    : [mine, added];
}
