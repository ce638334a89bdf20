import { emptyForm, providerPage } from '../../pages/provider-page.ts';
import type { Reply } from '../../protocol/reply.ts';
import { pathParameter, type TenantRequest } from '../../protocol/request.ts';
import { findTransaction, offeredConnection } from '../../sign-in/transaction.ts';
import { digits, oneOf } from '../../state/random.ts';
import type { TenantState } from '../../state/tenant-state.ts';

/** `POST /provider/{connection}/fill`: shows the page again, with somebody made up in its form. */
export function providerFill(request: TenantRequest, state: TenantState, now: number): Reply {
  const transaction = findTransaction(request, state, now);
  const name = pathParameter(request, 'connection');
  const connection = offeredConnection(transaction, 'provider', name, state);

  return providerPage(transaction, connection, state, { ...emptyForm, ...somebody() });
}

function somebody(): { readonly email: string; readonly name: string } {
  const given = oneOf(['Amina', 'Bruno', 'Chiara', 'Dev', 'Elif', 'Freya', 'Goran', 'Hana']);
  const family = oneOf(['Adeyemi', 'Bergman', 'Costa', 'Dubois', 'Eriksen', 'Fischer', 'Gupta']);

  return {
    email: `${given}.${family}.${digits(5)}@example.net`.toLowerCase(),
    name: `${given} ${family}`,
  };
}
