import { checkPassword, passwordError } from '../../../login/flow/passwords/check-password.ts';
import { OAuthError } from '../../../protocol/errors.ts';
import type { JsonObject } from '../../../protocol/json.ts';
import { signInMethod } from '../../../state/config/connection.ts';
import type { Moment } from '../../../state/exchange.ts';
import { requiredField } from '../../clients/required-field.ts';
import { directTokens } from './direct-tokens.ts';
import type { Grant, TokenRequest } from './token-request.ts';

/** Grants `password`, in the tenant's default directory (contract §3.3). */
export const password: Grant = (asked, moment) => {
  const realm = moment.state.config.settings.defaultDirectory;
  if (realm === undefined) {
    throw new OAuthError(
      400,
      'invalid_request',
      'Authorization server not configured with default connection.',
    );
  }

  return passwordIn(realm, asked, moment);
};

/** Grants `password-realm`: the directory is the one that `realm` names (contract §3.3). */
export const passwordRealm: Grant = (asked, moment) =>
  passwordIn(requiredField(asked.fields, 'realm'), asked, moment);

function passwordIn(realm: string, asked: TokenRequest, moment: Moment): Promise<JsonObject> {
  const { fields, client, request } = asked;
  const connection = moment.state
    .connectionsOf(client)
    .find((candidate) => candidate.name === realm && signInMethod(candidate) === 'password');
  if (connection === undefined) {
    throw new OAuthError(400, 'invalid_request', 'The specified strategy is not supported: realm');
  }
  const attempt = {
    connections: [connection],
    name: requiredField(fields, 'username'),
    password: requiredField(fields, 'password'),
    ip: request.ip,
  };
  const checked = checkPassword(attempt, moment);
  if (typeof checked === 'string') throw passwordError(checked, 'invalid_grant');

  return directTokens(asked, { proof: checked, protocol: 'oauth2-password' }, moment);
}
