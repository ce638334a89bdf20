import type { JsonObject } from '../protocol/json.ts';
import { defined } from '../state/defined.ts';
import type { AuthorizationCode } from '../state/grants.ts';
import { secretId } from '../state/random.ts';
import type { TenantState } from '../state/tenant-state.ts';
import type { User } from '../state/user.ts';
import { profileClaims } from './profile-claims.ts';
import { grantedScope } from './scopes.ts';

/** What was agreed: who, for which client's request, under which grant. */
interface Agreement {
  readonly grantId: string;
  readonly user: User;
  readonly code: AuthorizationCode;
}

/** The body that a code is exchanged for (contract §3.1). */
export async function issueTokens(
  agreement: Agreement,
  state: TenantState,
  now: number,
): Promise<JsonObject> {
  const { audience, scope: requested } = agreement.code.request;
  const forManagement = audience === state.managementAudience;
  const scope = grantedScope(requested, forManagement);

  return {
    access_token: forManagement
      ? await managementToken(agreement, scope, state, now)
      : opaqueToken(agreement, scope, state, now),
    ...(scope.includes('openid') && { id_token: await idToken(agreement, scope, state, now) }),
    scope: scope.join(' '),
    expires_in: state.lifetimes.accessToken,
    token_type: 'Bearer',
  };
}

function managementToken(
  { grantId, user, code }: Agreement,
  scope: readonly string[],
  state: TenantState,
  now: number,
): Promise<string> {
  const { managementAudience, userinfoAudience, lifetimes, issuer, signer } = state;
  const issuedAt = Math.floor(now / 1000);

  return signer.sign({
    iss: issuer,
    sub: user.user_id,
    aud: scope.includes('openid') ? [managementAudience, userinfoAudience] : managementAudience,
    iat: issuedAt,
    exp: issuedAt + lifetimes.accessToken,
    scope: scope.join(' '),
    azp: code.request.callback.client.client_id,
    // The grant is part of the token's id, so that a grant can be revoked with all it gave.
    jti: `${grantId}.${secretId()}`,
  });
}

function opaqueToken(
  { grantId, user }: Agreement,
  scope: readonly string[],
  state: TenantState,
  now: number,
): string {
  const token = secretId();
  const expiresAt = now + state.lifetimes.accessToken * 1000;
  state.opaqueTokens.set(token, { grantId, userId: user.user_id, scope }, now, expiresAt);

  return token;
}

function idToken(
  { user, code }: Agreement,
  scope: readonly string[],
  state: TenantState,
  now: number,
): Promise<string> {
  const { callback, nonce, prompt, maxAge } = code.request;
  const issuedAt = Math.floor(now / 1000);
  // Auth0 tells when the person signed in only if the request made it matter (contract §2.3).
  const tellsWhen = prompt === 'login' || maxAge !== undefined;

  return state.signer.sign({
    ...profileClaims(user, scope),
    iss: state.issuer,
    sub: user.user_id,
    aud: callback.client.client_id,
    iat: issuedAt,
    exp: issuedAt + state.lifetimes.idToken,
    ...defined({
      nonce,
      auth_time: tellsWhen ? Math.floor(code.signedInAt / 1000) : undefined,
    }),
  });
}
