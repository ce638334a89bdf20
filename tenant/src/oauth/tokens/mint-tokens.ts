import { hash } from 'node:crypto';

import { defined, type JsonObject } from '../../protocol/json.ts';
import { secretId } from '../../protocol/random.ts';
import { lasting } from '../../state/expiring-map.ts';
import { accountProfile } from '../../state/people/shown-profile.ts';
import type { User } from '../../state/people/user.ts';
import type { Moment, TenantState } from '../../state/tenant-state.ts';
import type { TokenGrant } from './token-grant.ts';

/** What an ID token says by its scopes, and what travels beside it through the browser, and is tied to it by a hash (OIDC Core §3.3). */
interface IdTokenContents {
  readonly scope: readonly string[];
  readonly accessToken?: string | undefined;
  readonly code?: string | undefined;
}

/** Makes an ID token. `auth_time` is in it only if the request made it matter (contract §2.3). */
export function mintIdToken(
  { user, client, authorization }: TokenGrant,
  { scope, accessToken, code }: IdTokenContents,
  { state, nowMs }: Moment,
): Promise<string> {
  const { nonce, signedInAtMs, tellsSignInTime, claims, organization, sid } = authorization;
  const issuedAtSeconds = Math.floor(nowMs / 1000);

  return state.signer.sign({
    ...claims.idToken,
    ...profileClaims(user, scope, state),
    iss: state.issuer,
    sub: user.user_id,
    aud: client.client_id,
    iat: issuedAtSeconds,
    exp: issuedAtSeconds + client.jwt_configuration.lifetime_in_seconds,
    ...defined({
      nonce,
      sid,
      org_id: organization,
      // Auth0 tells when the person signed in only if the request made it matter (contract §2.3).
      auth_time: tellsSignInTime ? Math.floor(signedInAtMs / 1000) : undefined,
      at_hash: accessToken === undefined ? undefined : halfHash(accessToken),
      c_hash: code === undefined ? undefined : halfHash(code),
    }),
  });
}

function halfHash(text: string): string {
  return hash('sha256', text, 'buffer').subarray(0, 16).toString('base64url');
}

/** Picks the claims about a person that the scopes open. Metadata is never among them. */
export function profileClaims(
  user: User,
  scope: readonly string[],
  { issuer }: TenantState,
): JsonObject {
  const profile = accountProfile(user.identities[0], issuer);

  return {
    ...(scope.includes('profile') &&
      defined({
        nickname: profile.nickname,
        name: profile.name,
        given_name: profile.given_name,
        family_name: profile.family_name,
        picture: profile.picture,
        updated_at: user.updated_at,
      })),
    ...(scope.includes('email') &&
      defined({ email: profile.email, email_verified: profile.email_verified })),
    ...(scope.includes('phone') &&
      defined({
        phone_number: profile.phone_number,
        phone_number_verified: profile.phone_verified,
      })),
  };
}

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
  state.grants.opaqueTokens.set(token, issued, lasting(lifetimeMs, nowMs));

  return token;
}
