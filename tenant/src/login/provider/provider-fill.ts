import type { Reply } from '../../protocol/reply.ts';
import { pathParameter } from '../../protocol/request.ts';
import type { Exchange } from '../../state/exchange.ts';
import { madeUpPerson } from '../../state/people/made-up-person.ts';
import { findTransaction, offeredConnection } from '../flow/session/transaction.ts';
import { emptyForm, providerPage } from './provider-page.ts';

/** `POST /provider/{connection}/fill`: shows the page again, with somebody made up in its form. */
export function providerFill(exchange: Exchange): Reply {
  const { request, state } = exchange;
  const transaction = findTransaction(exchange);
  const name = pathParameter(request, 'connection');
  const connection = offeredConnection(transaction, { method: 'provider', name }, state);
  const { email, name: fullName } = madeUpPerson(connection.name, state.users);

  return providerPage(transaction, {
    connection,
    state,
    form: { ...emptyForm, email, name: fullName },
  });
}
