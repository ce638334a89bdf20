import { PageError } from '../../protocol/errors.ts';
import type { Reply } from '../../protocol/reply.ts';
import { bodyFields, pathParameter, textField } from '../../protocol/request.ts';
import type { Exchange } from '../../state/exchange.ts';
import { finishSignIn } from '../flow/finish.ts';
import { findTransaction, offeredConnection } from '../flow/session/transaction.ts';

/** `POST /provider/{connection}/continue`: the provider vouches for one of its accounts. */
export async function providerContinue(exchange: Exchange): Promise<Reply> {
  const { request, state } = exchange;
  const transaction = findTransaction(exchange);
  const name = pathParameter(request, 'connection');
  const connection = offeredConnection(transaction, { method: 'provider', name }, state);
  const account = textField(bodyFields(request), 'account');
  const holding = state.users
    .holdingsOf(connection.name)
    .find(({ identity }) => String(identity.user_id) === account);
  if (holding === undefined) {
    throw new PageError(400, 'No such account', `${connection.display_name} has no such account.`);
  }

  return finishSignIn(transaction, holding, exchange);
}
