import { CallbackError, PageError } from '../../protocol/errors.ts';
import type { Reply } from '../../protocol/reply.ts';
import { bodyFields, pathParameter, textField } from '../../protocol/request.ts';
import type { Connection } from '../../state/config/connection.ts';
import type { Exchange } from '../../state/exchange.ts';
import { madeUpPerson } from '../../state/people/made-up-person.ts';
import { abandonSignIn, finishSignIn } from '../flow/finish.ts';
import {
  findTransaction,
  offeredConnection,
  type Transaction,
} from '../flow/session/transaction.ts';
import { emptyForm, providerPage as render } from './provider-page.ts';

/** Answers `GET /provider/{connection}`: where a social or enterprise provider would take over. */
export function providerPage(exchange: Exchange): Reply {
  const { state } = exchange;
  const transaction = findTransaction(exchange);

  return render(transaction, { connection: connectionOf(transaction, exchange), state });
}

/** Answers `POST /provider/{connection}/continue`: the provider vouches for one of its accounts. */
export async function providerContinue(exchange: Exchange): Promise<Reply> {
  const { request, state } = exchange;
  const transaction = findTransaction(exchange);
  const connection = connectionOf(transaction, exchange);
  const account = textField(bodyFields(request), 'account');
  const holding = state.users
    .holdingsOf(connection.name)
    .find(({ identity }) => String(identity.user_id) === account);
  if (holding === undefined) {
    throw new PageError(400, 'No such account', `${connection.display_name} has no such account.`);
  }

  return finishSignIn(transaction, holding, exchange);
}

/** Answers `POST /provider/{connection}/fill`: shows the page again, with somebody made up in its form. */
export function providerFill(exchange: Exchange): Reply {
  const { state } = exchange;
  const transaction = findTransaction(exchange);
  const connection = connectionOf(transaction, exchange);
  const { email, name } = madeUpPerson(connection.name, state.users);

  return render(transaction, { connection, state, form: { ...emptyForm, email, name } });
}

/** Answers `POST /provider/{connection}/deny`: the person says no at the provider (contract §2.2). */
export function providerDeny(exchange: Exchange): Reply {
  const { state } = exchange;
  const transaction = findTransaction(exchange);
  connectionOf(transaction, exchange);
  const refusal = new CallbackError('access_denied', 'User did not authorize the request');

  return abandonSignIn(transaction, refusal, state);
}

function connectionOf(transaction: Transaction, { request, state }: Exchange): Connection {
  const name = pathParameter(request, 'connection');

  return offeredConnection(transaction, { method: 'provider', name }, state);
}
