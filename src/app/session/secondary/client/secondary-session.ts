import { of, type Observable } from 'rxjs';

import { jwtClaims } from '../../../identity/sign-in/jwt';
import {
  secondAccountClaims,
  type SecondAccountClaims,
} from '../../../identity/sign-in/second-account';
import type { AccessTokenSource } from '../../tokens/access-token-source';

/**
 * Holds a proven second sign-in. Its tokens are in this object alone, and end with it: whoever has the ID token and the
 * first person's access token can link.
 */
export class SecondarySession implements AccessTokenSource {
  readonly #idToken: string;
  readonly #accessToken: string;
  readonly claims: SecondAccountClaims;
  /** How long the sign-in took on this device, in milliseconds. */
  readonly tookMs: number;

  constructor(
    tokens: { idToken: string; accessToken: string },
    tookMs: number,
    claims = secondAccountClaims(jwtClaims(tokens.idToken)),
  ) {
    this.#idToken = tokens.idToken;
    this.#accessToken = tokens.accessToken;
    this.claims = claims;
    this.tookMs = tookMs;
  }

  /**
   * Counts the sign-in as fresh, for one by the link of a message that this page has just had sent: the link works once
   * and for three minutes, although its token does not say when the person signed in (§4.3).
   */
  provenByLink(): SecondarySession {
    const tokens = { idToken: this.#idToken, accessToken: this.#accessToken };
    const authenticatedAtMs = this.claims.authenticatedAtMs ?? this.claims.issuedAtMs;

    return new SecondarySession(tokens, this.tookMs, { ...this.claims, authenticatedAtMs });
  }

  /** Gives the access token of the other account, with which it reads and writes itself. */
  accessToken(): Observable<string> {
    return of(this.#accessToken);
  }

  /** Gives the ID token, which is the credential of a link (`link_with`). */
  linkCredential(): string {
    return this.#idToken;
  }
}
