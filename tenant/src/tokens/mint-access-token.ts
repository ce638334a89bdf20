import { defined } from '../state/defined.ts';
import { secretId } from '../state/random.ts';
import type { TenantState } from '../state/tenant-state.ts';
import type { Agreement } from './agreement.ts';

/** An access token for what the person agreed to: signed for an API, opaque for the tenant itself. */
export function mintAccessToken(
  agreement: Agreement,
  scope: readonly string[],
  lifetime: number,
  state: TenantState,
  now: number,
): Promise<string> | string {
  state.liveGrants.set(agreement.grantId, true, now, liveUntil(agreement, lifetime, state, now));

  return state.apis.has(agreement.authorization.audience ?? '')
    ? signedToken(agreement, scope, lifetime, state, now)
    : opaqueToken(agreement, scope, lifetime, state, now);
}

// A renewal must not shorten the life of what the grant gave before.
function liveUntil(
  { grantId }: Agreement,
  lifetime: number,
  state: TenantState,
  now: number,
): number {
  return Math.max(now + lifetime * 1000, state.liveGrants.expiryOf(grantId) ?? 0);
}

function signedToken(
  { grantId, user, client, authorization }: Agreement,
  scope: readonly string[],
  lifetime: number,
  state: TenantState,
  now: number,
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
  scope: readonly string[],
  lifetime: number,
  state: TenantState,
  now: number,
): string {
  const token = secretId();
  const { dpopKey } = authorization;
  const issued = { grantId, userId: user.user_id, scope, dpopKey };
  state.opaqueTokens.set(token, issued, now, now + lifetime * 1000);

  return token;
}
