import type { JsonObject } from '../../protocol/json.ts';
import type { Moment } from '../../state/exchange.ts';
import { accessTokenLifetimeMs } from './lifetimes.ts';
import { mintAccessToken } from './mint-access-token.ts';
import { mintIdToken } from './mint-id-token.ts';
import { grantedScope } from './scopes.ts';
import type { TokenGrant } from './token-grant.ts';

/** The body that `/oauth/token` answers with, without a refresh token (contract §3.1). */
export async function issueTokens(grant: TokenGrant, moment: Moment): Promise<JsonObject> {
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
