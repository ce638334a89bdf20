import { CallbackError } from '../../protocol/errors.ts';
import type { Reply } from '../../protocol/reply.ts';
import { pathParameter, type TenantRequest } from '../../protocol/request.ts';
import { abandonSignIn } from '../../sign-in/finish.ts';
import { findTransaction, offeredConnection } from '../../sign-in/transaction.ts';
import type { TenantState } from '../../state/tenant-state.ts';

/** `POST /provider/{connection}/deny`: the person says no at the provider (contract §2.2). */
export function providerDeny(request: TenantRequest, state: TenantState, now: number): Reply {
  const transaction = findTransaction(request, state, now);
  offeredConnection(transaction, 'provider', pathParameter(request, 'connection'), state);

  return abandonSignIn(
    transaction,
    new CallbackError('access_denied', 'User did not authorize the request'),
    state,
  );
}
