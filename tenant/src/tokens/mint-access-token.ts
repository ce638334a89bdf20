import { defined } from '../state/defined.ts';
import type { Moment } from '../state/exchange.ts';
import { secretId } from '../state/random.ts';
import type { Agreement } from './agreement.ts';

/** What a token is for, and for how many seconds. */
interface Extent {
  readonly scope: readonly string[];
  readonly lifetime: number;
}

/** An access token for what the person agreed to: signed for an API, opaque for the tenant itself. */
export function mintAccessToken(
  agreement: Agreement,
  extent: Extent,
  moment: Moment,
): Promise<string> | string {
  const { state, now } = moment;
  state.liveGrants.set(agreement.grantId, true, {
    now,
    expiresAt: liveUntil(agreement, extent.lifetime, moment),
  });

  return state.apis.has(agreement.authorization.audience ?? '')
    ? signedToken(agreement, extent, moment)
    : opaqueToken(agreement, extent, moment);
}

// A renewal must not shorten the life of what the grant gave before.
function liveUntil({ grantId }: Agreement, lifetime: number, { state, now }: Moment): number {
  return Math.max(now + lifetime * 1000, state.liveGrants.expiryOf(grantId) ?? 0);
}

function signedToken(
  { grantId, user, client, authorization }: Agreement,
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
  { grantId, user, authorization }: Agreement,
  { scope, lifetime }: Extent,
  { state, now }: Moment,
): string {
  const token = secretId();
  const { dpopKey } = authorization;
  const issued = { grantId, userId: user.user_id, scope, dpopKey };
  state.opaqueTokens.set(token, issued, { now, expiresAt: now + lifetime * 1000 });

  return token;
}
