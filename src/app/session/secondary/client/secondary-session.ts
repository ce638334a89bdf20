import { of, type Observable } from 'rxjs';

import { jwtClaims } from '../../../identity/sign-in/jwt';
import {
  secondAccountClaims,
  type SecondAccountClaims,
} from '../../../identity/sign-in/second-account';
import type { AccessTokenSource } from '../../tokens/access-token-source';

/**
 * A proven second sign-in. Its tokens live in this object alone, and end with it: whoever holds the ID
 * token together with the first person's access token can link.
 */
export class SecondarySession implements AccessTokenSource {
  readonly #idToken: string;
  readonly #accessToken: string;
  readonly claims: SecondAccountClaims;
  /** How long the sign-in took on this device. */
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
   * Counts the sign-in as fresh where it was the opening of a link that this page has just had sent: it works once and
   * for three minutes, so its token is as fresh as it is young, although it does not say when (§4.3).
   */
  provenByLink(): SecondarySession {
    const tokens = { idToken: this.#idToken, accessToken: this.#accessToken };
    const authenticatedAtMs = this.claims.authenticatedAtMs ?? this.claims.issuedAtMs;

    return new SecondarySession(tokens, this.tookMs, { ...this.claims, authenticatedAtMs });
  }

  accessToken(): Observable<string> {
    return of(this.#accessToken);
  }

  /** The credential of a link (`link_with`). */
  linkCredential(): string {
    return this.#idToken;
  }
}
