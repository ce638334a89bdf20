import { defined } from '../../protocol/json.ts';
import { secretId } from '../../protocol/random.ts';
import type { Moment } from '../../state/exchange.ts';
import type { TokenGrant } from './token-grant.ts';

/** What a token is for, and for how long. */
interface AccessTokenExtent {
  readonly scope: readonly string[];
  readonly lifetimeMs: number;
}

/** Makes an access token: signed for an API, opaque for the tenant itself (contract §3.1). */
export function mintAccessToken(
  grant: TokenGrant,
  extent: AccessTokenExtent,
  moment: Moment,
): Promise<string> | string {
  const { state, nowMs } = moment;
  // A renewal must not shorten the life of what the grant gave before.
  const expiresAtMs = Math.max(
    nowMs + extent.lifetimeMs,
    state.grants.liveGrants.expiryMs(grant.grantId) ?? 0,
  );
  state.grants.liveGrants.set(grant.grantId, true, { nowMs, expiresAtMs });

  return state.config.apis.has(grant.authorization.audience ?? '')
    ? signedToken(grant, extent, moment)
    : opaqueToken(grant, extent, moment);
}

function signedToken(
  { grantId, user, client, authorization }: TokenGrant,
  { scope, lifetimeMs }: AccessTokenExtent,
  { state, nowMs }: Moment,
): Promise<string> {
  const { userinfoAudience, issuer, signer } = state;
  const { audience, claims, dpopKey, organization } = authorization;
  const issuedAtSeconds = Math.floor(nowMs / 1000);

  return signer.sign({
    ...claims.accessToken,
    iss: issuer,
    sub: user.user_id,
    aud: scope.includes('openid') ? [audience, userinfoAudience] : audience,
    iat: issuedAtSeconds,
    exp: issuedAtSeconds + lifetimeMs / 1000,
    scope: scope.join(' '),
    azp: client.client_id,
    // The grant is part of the token's id, so that a grant can be revoked with all it gave.
    jti: `${grantId}.${secretId()}`,
    ...defined({
      org_id: organization,
      cnf: dpopKey === undefined ? undefined : { jkt: dpopKey },
    }),
  });
}

function opaqueToken(
  { grantId, user, authorization }: TokenGrant,
  { scope, lifetimeMs }: AccessTokenExtent,
  { state, nowMs }: Moment,
): string {
  const token = secretId();
  const { dpopKey } = authorization;
  const issued = { grantId, userId: user.user_id, scope, dpopKey };
  state.grants.opaqueTokens.set(token, issued, { nowMs, expiresAtMs: nowMs + lifetimeMs });

  return token;
}
