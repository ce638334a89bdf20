import { createHash } from 'node:crypto';

import { defined } from '../../protocol/json.ts';
import type { Moment } from '../../state/exchange.ts';
import { profileClaims } from './profile-claims.ts';
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
  return createHash('sha256').update(text).digest().subarray(0, 16).toString('base64url');
}
