import { sendPasswordLink } from '../login/flow/passwords/password-ticket.ts';
import { OAuthError } from '../protocol/errors.ts';
import { type Reply, text } from '../protocol/reply.ts';
import { bodyFields, textField } from '../protocol/request.ts';
import { signInMethod } from '../state/config/connection.ts';
import type { Exchange } from '../state/exchange.ts';

/**
 * `POST /dbconnections/change_password`: sends a link that sets a new password. The answer is the
 * same for an address nobody has, so it tells nothing (contract §5).
 */
export function changePassword(exchange: Exchange): Reply {
  const { request, state } = exchange;
  const fields = bodyFields(request);
  const client = state.config.clients.get(textField(fields, 'client_id') ?? '');
  const email = textField(fields, 'email');
  const connection = textField(fields, 'connection');
  if (client === undefined || email === undefined || connection === undefined) {
    throw new OAuthError(400, 'invalid_request', 'client_id, email and connection are required');
  }
  const isDatabase = state
    .connectionsOf(client)
    .some((other) => other.name === connection && signInMethod(other) === 'password');
  if (!isDatabase) throw new OAuthError(400, 'invalid_request', 'Connection does not exist');
  sendPasswordLink(connection, email, exchange);

  return text(200, "We've just sent you an email to reset your password.");
}
