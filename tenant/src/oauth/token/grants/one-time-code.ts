import { codeRefusal, spendCode } from '../../../login/flow/codes/one-time-codes.ts';
import { OAuthError } from '../../../protocol/errors.ts';
import type { JsonObject } from '../../../protocol/json.ts';
import { signInMethod } from '../../../state/config/connection.ts';
import type { Moment } from '../../../state/exchange.ts';
import { requiredField } from '../../clients/required-field.ts';
import { directTokens } from './direct-tokens.ts';
import type { TokenRequest } from './token-request.ts';

/** Grants `passwordless/otp`, which Auth0 gives to no single-page application (contract §3.5). */
export async function oneTimeCode(asked: TokenRequest, moment: Moment): Promise<JsonObject> {
  const { fields, client } = asked;
  if (client.app_type === 'spa') {
    throw new OAuthError(
      403,
      'unauthorized_client',
      `Grant type '${requiredField(fields, 'grant_type')}' not allowed for the client.`,
    );
  }
  const realm = requiredField(fields, 'realm');
  const connection = moment.state
    .connectionsOf(client)
    .find((candidate) => candidate.name === realm && signInMethod(candidate) === 'code');
  if (connection === undefined) {
    throw new OAuthError(400, 'invalid_request', `Unknown realm ${realm}.`);
  }
  const attempt = {
    connection,
    address: requiredField(fields, 'username'),
    code: requiredField(fields, 'otp'),
    clientId: client.client_id,
  };
  const spent = spendCode(attempt, moment);
  if (typeof spent === 'string') {
    throw new OAuthError(403, 'invalid_grant', codeRefusal(spent, connection));
  }

  return directTokens(asked, { proof: spent, protocol: 'oauth2-passwordless' }, moment);
}
