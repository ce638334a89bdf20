import type { TenantState } from '../../state/tenant-state.ts';
import type { Proof } from './finish.ts';
import { offeredConnections, type Transaction } from './session/transaction.ts';

const methods = ['password', 'provider', 'code'] as const;

/**
 * Finds who answers a sign-in without its page: the next account that the control plane has put, if it has an
 * identity at a connection of this sign-in.
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
