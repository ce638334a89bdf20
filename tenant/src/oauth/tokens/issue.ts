import type { JsonObject } from '../../protocol/json.ts';
import { secretId } from '../../protocol/random.ts';
import type { Authorization } from '../../state/grants.ts';
import type { User } from '../../state/people/user.ts';
import type { SignInRequest } from '../../state/sign-ins/sign-in-request.ts';
import type { Moment } from '../../state/tenant-state.ts';
import { mintAccessToken, mintIdToken } from './mint-tokens.ts';
import { startFamily } from './refresh-family.ts';
import { grantedScope } from './scopes.ts';
import { accessTokenLifetimeMs, frontChannelLifetimeMs, type TokenGrant } from './token-grant.ts';

/** Issues tokens: the body of `/oauth/token`, without a refresh token (contract §3.1). */
export async function issueTokens(grant: TokenGrant, moment: Moment) {
  const { state } = moment;
  const { client, user, authorization } = grant;
  const { audience, dpopKey } = authorization;
  const scope = grantedScope({ requested: authorization.scope, audience, client, user }, state);
  const lifetimeMs = accessTokenLifetimeMs(audience, state);

  return {
    access_token: await mintAccessToken(grant, { scope, lifetimeMs }, moment),
    ...(scope.includes('openid') && {
      id_token: await mintIdToken(grant, { scope }, moment),
    }),
    scope: scope.join(' '),
    expires_in: lifetimeMs / 1000,
    token_type: dpopKey === undefined ? 'Bearer' : 'DPoP',
  };
}

/** Issues the first tokens of a grant, with a refresh token if `offline_access` was granted (contract §3.1). */
export async function issueWithRefresh(grant: TokenGrant, moment: Moment): Promise<JsonObject> {
  const tokens = await issueTokens(grant, moment);
  if (!tokens.scope.split(' ').includes('offline_access')) return tokens;

  return { ...tokens, refresh_token: startFamily(grant, moment) };
}

interface FrontChannel {
  readonly request: SignInRequest;
  readonly user: User;
  readonly authorization: Authorization;
  readonly code: string | undefined;
}

/**
 * Issues the tokens that `/authorize` itself answers with, for the implicit flow: short-lived, and never with a
 * refresh token (contract §2.2, §3.1).
 */
export async function issueAtAuthorize(
  { request, user, authorization, code }: FrontChannel,
  moment: Moment,
): Promise<Readonly<Record<string, string>>> {
  const { state } = moment;
  const { responseTypes, callback } = request;
  const { client } = callback;
  const { audience } = authorization;
  if (responseTypes.every((type) => type === 'code')) return {};
  const grant = { grantId: secretId(), user, client, authorization };
  const requested = authorization.scope.filter((name) => name !== 'offline_access');
  const scope = grantedScope({ requested, audience, client, user }, state);
  const lifetimeMs = frontChannelLifetimeMs(audience, state);
  const accessToken = responseTypes.includes('token')
    ? await mintAccessToken(grant, { scope, lifetimeMs }, moment)
    : undefined;

  return {
    ...(accessToken !== undefined && {
      access_token: accessToken,
      scope: scope.join(' '),
      expires_in: String(lifetimeMs / 1000),
      token_type: 'Bearer',
    }),
    ...(responseTypes.includes('id_token') && {
      id_token: await mintIdToken(grant, { scope, accessToken, code }, moment),
    }),
  };
}
