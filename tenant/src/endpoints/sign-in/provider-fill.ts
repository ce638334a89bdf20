import { emptyForm, providerPage } from '../../pages/provider-page.ts';
import type { Reply } from '../../protocol/reply.ts';
import { pathParameter, type TenantRequest } from '../../protocol/request.ts';
import { findTransaction, offeredConnection } from '../../sign-in/transaction.ts';
import { madeUpPerson } from '../../state/made-up-person.ts';
import type { TenantState } from '../../state/tenant-state.ts';

/** `POST /provider/{connection}/fill`: shows the page again, with somebody made up in its form. */
export function providerFill(request: TenantRequest, state: TenantState, now: number): Reply {
  const transaction = findTransaction(request, state, now);
  const name = pathParameter(request, 'connection');
  const connection = offeredConnection(transaction, 'provider', name, state);
  const { email, name: fullName } = madeUpPerson(connection.name, state.users);

  return providerPage(transaction, connection, state, { ...emptyForm, email, name: fullName });
}
