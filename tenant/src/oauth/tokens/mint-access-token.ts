import { defined } from '../../protocol/defined.ts';
import { secretId } from '../../protocol/random.ts';
import type { Moment } from '../../state/exchange.ts';
import type { TokenGrant } from './token-grant.ts';

/** What a token is for, and for how many seconds. */
interface Extent {
  readonly scope: readonly string[];
  readonly lifetime: number;
}

/** An access token for what the person agreed to: signed for an API, opaque for the tenant itself. */
export function mintAccessToken(
  grant: TokenGrant,
  extent: Extent,
  moment: Moment,
): Promise<string> | string {
  const { state, now } = moment;
  state.grants.liveGrants.set(grant.grantId, true, {
    now,
    expiresAt: liveUntil(grant, extent.lifetime, moment),
  });

  return state.config.apis.has(grant.authorization.audience ?? '')
    ? signedToken(grant, extent, moment)
    : opaqueToken(grant, extent, moment);
}

// A renewal must not shorten the life of what the grant gave before.
function liveUntil({ grantId }: TokenGrant, lifetime: number, { state, now }: Moment): number {
  return Math.max(now + lifetime * 1000, state.grants.liveGrants.expiryOf(grantId) ?? 0);
}

function signedToken(
  { grantId, user, client, authorization }: TokenGrant,
  { scope, lifetime }: Extent,
  { state, now }: Moment,
): Promise<string> {
  const { userinfoAudience, issuer, signer } = state;
  const { audience, claims, dpopKey, organization } = authorization;
  const issuedAt = Math.floor(now / 1000);

  return signer.sign({
    ...claims.accessToken,
    iss: issuer,
    sub: user.user_id,
    aud: scope.includes('openid') ? [audience, userinfoAudience] : audience,
    iat: issuedAt,
    exp: issuedAt + lifetime,
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
  { scope, lifetime }: Extent,
  { state, now }: Moment,
): string {
  const token = secretId();
  const { dpopKey } = authorization;
  const issued = { grantId, userId: user.user_id, scope, dpopKey };
  state.grants.opaqueTokens.set(token, issued, { now, expiresAt: now + lifetime * 1000 });

  return token;
}
