import type { TenantState } from '../../state/tenant-state.ts';
import type { Proof } from './finish.ts';
import { offeredConnections, type Transaction } from './session/transaction.ts';

const methods = ['password', 'provider', 'code'] as const;

/**
 * Who answers a sign-in in the place of its page: the next account that the control plane expects, if it has
 * an identity at a connection that this sign-in may use.
 */
export function automaticProof(transaction: Transaction, state: TenantState): Proof | undefined {
  const [userId = ''] = state.control.automaticSignIns.userIds;
  const user = state.users.get(userId);
  if (user === undefined) return undefined;
  const offered = methods
    .flatMap((method) => offeredConnections(transaction, method, state))
    .map(({ name }) => name);
  const identity = user.identities.find(({ connection }) => offered.includes(connection));

  return identity && { user, identity };
}
