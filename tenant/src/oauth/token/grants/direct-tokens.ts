import { runPostLogin } from '../../../actions/run-post-login.ts';
import type { Proof } from '../../../login/flow/finish.ts';
import { CallbackError, OAuthError } from '../../../protocol/errors.ts';
import type { JsonObject } from '../../../protocol/json.ts';
import { secretId } from '../../../protocol/random.ts';
import { textField } from '../../../protocol/request.ts';
import type { Moment } from '../../../state/exchange.ts';
import { identityKey } from '../../../state/people/user.ts';
import { issueWithRefresh } from '../../tokens/issue-with-refresh.ts';
import type { TokenRequest } from './token-request.ts';

/** Tokens for a person who proved who they are to the client itself, without a browser (§3.3, §3.5). */
export async function directTokens(
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
  const occasion = {
    ...{ ...about, user, client, signedInAtMs: nowMs, query: {} },
    connection: identity.connection,
    transaction: { protocol, requested_scopes: scope },
  };
  const { claims } = await hookResult(() =>
    runPostLogin(occasion, undefined, { ...moment, request }),
  );
  const authorization = {
    ...{ ...about, scope, claims, dpopKey, clientId: client.client_id, signedInAtMs: nowMs },
    nonce: undefined,
    tellsSignInTime: false,
  };
  const owner = state.users.ownerOf(about.identity) ?? user;

  return issueWithRefresh({ grantId: secretId(), user: owner, client, authorization }, moment);
}

async function hookResult<Result>(run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof CallbackError) throw new OAuthError(403, error.error, error.message);
    throw error;
  }
}
