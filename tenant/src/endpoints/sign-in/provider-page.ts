import { providerPage as render } from '../../pages/provider-page.ts';
import type { Reply } from '../../protocol/reply.ts';
import { pathParameter, type TenantRequest } from '../../protocol/request.ts';
import { findTransaction, offeredConnection } from '../../sign-in/transaction.ts';
import type { TenantState } from '../../state/tenant-state.ts';

/** `GET /provider/{connection}`: where a social or enterprise provider would take over. */
export function providerPage(request: TenantRequest, state: TenantState, now: number): Reply {
  const transaction = findTransaction(request, state, now);
  const name = pathParameter(request, 'connection');

  return render(transaction, offeredConnection(transaction, 'provider', name, state), state);
}
