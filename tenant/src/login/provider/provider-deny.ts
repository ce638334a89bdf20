import { CallbackError } from '../../protocol/errors.ts';
import type { Reply } from '../../protocol/reply.ts';
import { pathParameter } from '../../protocol/request.ts';
import type { Exchange } from '../../state/exchange.ts';
import { abandonSignIn } from '../flow/finish.ts';
import { findTransaction, offeredConnection } from '../flow/session/transaction.ts';

/** `POST /provider/{connection}/deny`: the person says no at the provider (contract §2.2). */
export function providerDeny(exchange: Exchange): Reply {
  const { request, state } = exchange;
  const transaction = findTransaction(exchange);
  offeredConnection(
    transaction,
    { method: 'provider', name: pathParameter(request, 'connection') },
    state,
  );

  return abandonSignIn(
    transaction,
    new CallbackError('access_denied', 'User did not authorize the request'),
    state,
  );
}
