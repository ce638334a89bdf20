import type { Reply } from '../../protocol/reply.ts';
import { pathParameter } from '../../protocol/request.ts';
import type { Exchange } from '../../state/exchange.ts';
import { findTransaction, offeredConnection } from '../flow/session/transaction.ts';
import { providerPage as render } from './provider-page.ts';

/** `GET /provider/{connection}`: where a social or enterprise provider would take over. */
export function providerPage(exchange: Exchange): Reply {
  const { request, state } = exchange;
  const transaction = findTransaction(exchange);
  const name = pathParameter(request, 'connection');

  return render(transaction, {
    connection: offeredConnection(transaction, { method: 'provider', name }, state),
    state,
  });
}
