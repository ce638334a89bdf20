import { inject, Service } from '@angular/core';

import { decodeJwt, type Jwt } from '../../identity/sign-in/jwt';
import { SEALED_STORE } from '../user/pinned-user';
import { SESSION_SIDE } from './side/session-side';
import { injectSide } from './side/side-in-time';

/** What the first person's tokens say. The tokens themselves leave {@link SessionFacts} nowhere. */
export interface TokenFacts {
  readonly idToken: Jwt;
  /** `undefined` where the token is opaque, as it is without an audience. */
  readonly accessToken: Jwt | undefined;
  readonly hasRefreshToken: boolean;
}

/** What came of renewing the first person's tokens. */
export type Renewal =
  | {
      readonly kind: 'renewed';
      /** Whether the refresh token was replaced by another; `undefined` where a portal keeps it to itself. */
      readonly rotated: boolean | undefined;
      /** When the tenant has made the new token, by its own word; in milliseconds since 1970. */
      readonly issuedAtMs: number | undefined;
      /** When the new token came, by this device's clock; in milliseconds since 1970. */
      readonly receivedAtMs: number;
    }
  | { readonly kind: 'noRefreshToken' }
  | { readonly kind: 'refused' };

/** Reads and renews the first person's tokens, for the checks, and gives away no token. */
@Service()
export class SessionFacts {
  readonly #side = injectSide();
  readonly #store = inject(SEALED_STORE);
  readonly #isOutsideTheTab = inject(SESSION_SIDE).isOutsideTheTab;

  /** Tells what the first person's tokens say; `undefined` where nobody is signed in. */
  async read(): Promise<TokenFacts | undefined> {
    // Then there are none, and no code has to come to say so.
    if (!this.#isOutsideTheTab && this.#store.names().length === 0) return undefined;
    const side = await this.#side();
    const { idToken = '', accessToken = '', hasRefreshToken } = await side.tokens();
    const decoded = decodeJwt(idToken);

    return (
      decoded && {
        idToken: decoded,
        accessToken: decodeJwt(accessToken),
        hasRefreshToken,
      }
    );
  }

  /** Renews the first person's tokens, as it happens anyway when they have expired. Never fails. */
  async renew(): Promise<Renewal> {
    const side = await this.#side();
    const { hasRefreshToken, refreshToken } = await side.tokens();
    if (!hasRefreshToken) return { kind: 'noRefreshToken' };
    // Whatever the reason, the person stays signed in with the token that they have.
    try {
      await side.renew();
    } catch {
      return { kind: 'refused' };
    }
    const receivedAtMs = Date.now();
    const now = await side.tokens();
    const issuedAtSeconds = decodeJwt(now.accessToken ?? '')?.claims.get('iat');

    return {
      kind: 'renewed',
      // Without rotation an answer has no refresh token, and the old one goes on being used.
      rotated:
        refreshToken === undefined
          ? undefined
          : ![undefined, refreshToken].includes(now.refreshToken),
      issuedAtMs: typeof issuedAtSeconds === 'number' ? issuedAtSeconds * 1000 : undefined,
      receivedAtMs,
    };
  }
}
