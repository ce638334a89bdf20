import { of, type Observable } from 'rxjs';

import { jwtClaims } from '../identity/jwt-claims';
import type { SecondAccountClaims } from '../identity/second-account';
import type { AccessTokenSource } from './access-token-source';

/**
 * A proven second sign-in. Its tokens live in this object alone, and end with it: whoever holds the ID
 * token together with the first person's access token can link.
 */
export class SecondSession implements AccessTokenSource {
  readonly #idToken: string;
  readonly #accessToken: string;
  readonly claims: SecondAccountClaims;
  /** When the sign-in began, in seconds since 1970. */
  readonly startedAt: number;

  constructor(tokens: { idToken: string; accessToken: string }, startedAt: number) {
    this.#idToken = tokens.idToken;
    this.#accessToken = tokens.accessToken;
    this.claims = claimsOf(tokens.idToken);
    this.startedAt = startedAt;
  }

  accessToken(): Observable<string> {
    return of(this.#accessToken);
  }

  /** The credential of a link (`link_with`). */
  linkCredential(): string {
    return this.#idToken;
  }
}

function claimsOf(idToken: string): SecondAccountClaims {
  // The SDK has judged the token; a map is read because it inherits nothing a claim could pose as.
  const claims = jwtClaims(idToken) ?? new Map<string, unknown>();
  const subject = claims.get('sub');
  const authenticatedAt = claims.get('auth_time');

  return {
    subject: typeof subject === 'string' ? subject : '',
    authenticatedAt: typeof authenticatedAt === 'number' ? authenticatedAt : undefined,
    emailVerified: claims.get('email_verified') === true,
  };
}
