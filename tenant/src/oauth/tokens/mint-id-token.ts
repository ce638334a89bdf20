import { createHash } from 'node:crypto';

import { defined, type JsonObject } from '../../protocol/json.ts';
import type { Moment } from '../../state/exchange.ts';
import type { TokenGrant } from './token-grant.ts';
import { accountProfile } from '../../state/people/shown-profile.ts';
import type { User } from '../../state/people/user.ts';
import type { TenantState } from '../../state/tenant-state.ts';

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
  return createHash('sha256').update(text).digest().subarray(0, 16).toString('base64url');
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
