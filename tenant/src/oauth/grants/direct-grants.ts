import type { PostLoginContext } from '../../actions/post-login-event.ts';
import { runPostLogin } from '../../actions/run-post-login.ts';
import { codeRefusal, spendCode } from '../../login/flow/codes/one-time-codes.ts';
import type { Proof } from '../../login/flow/finish.ts';
import { checkPassword, passwordError } from '../../login/flow/passwords/check-password.ts';
import { CallbackError, OAuthError } from '../../protocol/errors.ts';
import { textField } from '../../protocol/http.ts';
import type { JsonObject } from '../../protocol/json.ts';
import { secretId } from '../../protocol/random.ts';
import type { CustomClaims } from '../../state/grants.ts';
import { identityKey } from '../../state/people/user.ts';
import type { Exchange, Moment } from '../../state/tenant-state.ts';
import { issueWithRefresh } from '../tokens/issue.ts';
import { type Grant, requiredField, type TokenRequest } from './token-request.ts';

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
  const connection = moment.state.connectionOf(client, { name: realm, method: 'password' });
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
  const connection = moment.state.connectionOf(client, { name: realm, method: 'code' });
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

/** Makes the tokens of a person who proved who they are to the client itself, without a browser. Throws an `OAuthError` (§3.3, §3.5). */
async function directTokens(
  { request, fields, client, dpopKey }: TokenRequest,
  { proof: { user, identity }, protocol }: { readonly proof: Proof; readonly protocol: string },
  moment: Moment,
): Promise<JsonObject> {
  const { state, nowMs } = moment;
  if (user.blocked === true) throw new OAuthError(403, 'unauthorized', 'user is blocked');
  const audience = textField(fields, 'audience') ?? state.config.settings.defaultAudience;
  if (
    audience !== undefined &&
    audience !== state.userinfoAudience &&
    !state.config.apis.has(audience)
  ) {
    throw new OAuthError(403, 'access_denied', `Service not found: ${audience}`);
  }
  const scope = textField(fields, 'scope')?.split(' ') ?? ['openid'];
  const about = {
    identity: identityKey(identity),
    audience,
    organization: undefined,
    sid: undefined,
  };
  const context = {
    ...{ ...about, user, client, signedInAtMs: nowMs, query: {} },
    connection: identity.connection,
    transaction: { protocol, requested_scopes: scope },
  };
  const claims = await hookClaims(context, { ...moment, request });
  const authorization = {
    ...{ ...about, scope, claims, dpopKey, clientId: client.client_id, signedInAtMs: nowMs },
    nonce: undefined,
    tellsSignInTime: false,
  };
  const owner = state.users.ownerOf(about.identity) ?? user;

  return issueWithRefresh({ grantId: secretId(), user: owner, client, authorization }, moment);
}

/** Gives the claims that the hooks add where there is no browser, so that their pages are passed by (contract §9). */
export async function hookClaims(
  context: PostLoginContext,
  exchange: Exchange,
): Promise<CustomClaims> {
  try {
    return (await runPostLogin(context, undefined, exchange)).claims;
  } catch (error) {
    if (error instanceof CallbackError) throw new OAuthError(403, error.error, error.message);
    throw error;
  }
}
