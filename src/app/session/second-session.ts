import { of, type Observable } from 'rxjs';

import { jwtClaims } from '../identity/jwt';
import { secondAccountClaims, type SecondAccountClaims } from '../identity/second-account';
import type { AccessTokenSource } from './access-token-source';

/**
 * A proven second sign-in. Its tokens live in this object alone, and end with it: whoever holds the ID
 * token together with the first person's access token can link.
 */
export class SecondSession implements AccessTokenSource {
  readonly #idToken: string;
  readonly #accessToken: string;
  readonly claims: SecondAccountClaims;
  /** How long the sign-in took on this device, in seconds. */
  readonly took: number;

  constructor(tokens: { idToken: string; accessToken: string }, took: number) {
    this.#idToken = tokens.idToken;
    this.#accessToken = tokens.accessToken;
    this.claims = secondAccountClaims(jwtClaims(tokens.idToken));
    this.took = took;
  }

  accessToken(): Observable<string> {
    return of(this.#accessToken);
  }

  /** The credential of a link (`link_with`). */
  linkCredential(): string {
    return this.#idToken;
  }
}
