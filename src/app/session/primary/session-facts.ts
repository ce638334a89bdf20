import { inject, injectAsync, Service } from '@angular/core';
import type { CacheEntry, WrappedCacheEntry } from '@auth0/auth0-spa-js';

import { LIGATURE_CONFIG } from '../../config/ligature-config';
import { decodeJwt, type Jwt } from '../../identity/sign-in/jwt';
import { SealedCache } from '../sealed/sealed-cache';
import { SEALED_STORE } from '../user/pinned-user';

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
      /** Whether the refresh token was replaced by another. */
      readonly rotated: boolean;
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
  readonly #cache = new SealedCache(inject(SEALED_STORE));
  readonly #audience = inject(LIGATURE_CONFIG).tenant.audience;
  readonly #loadSdk = injectAsync(async () => (await import('./auth0-sdk')).Auth0Sdk);

  /** Tells what the first person's tokens say; `undefined` where nobody is signed in. */
  async read(): Promise<TokenFacts | undefined> {
    const { idToken = '', accessToken = '', refreshToken } = await this.#tokens();
    const decoded = decodeJwt(idToken);

    return (
      decoded && {
        idToken: decoded,
        accessToken: decodeJwt(accessToken),
        hasRefreshToken: refreshToken !== undefined,
      }
    );
  }

  /** Renews the first person's tokens, as it happens anyway when they have expired. Never fails. */
  async renew(): Promise<Renewal> {
    const { refreshToken } = await this.#tokens();
    if (refreshToken === undefined) return { kind: 'noRefreshToken' };
    const { client } = await this.#loadSdk();
    // Whatever the reason, the person stays signed in with the token that they have.
    try {
      await client.getTokenSilently({ cacheMode: 'off' });
    } catch {
      return { kind: 'refused' };
    }
    const receivedAtMs = Date.now();
    const now = await this.#tokens();
    const issuedAtSeconds = decodeJwt(now.accessToken ?? '')?.claims.get('iat');

    return {
      kind: 'renewed',
      // Without rotation an answer has no refresh token, and the old one goes on being used.
      rotated: ![undefined, refreshToken].includes(now.refreshToken),
      issuedAtMs: typeof issuedAtSeconds === 'number' ? issuedAtSeconds * 1000 : undefined,
      receivedAtMs,
    };
  }

  /** Reads the tokens of the portal's own audience, as the SDK keeps them. */
  async #tokens() {
    const entries = await Promise.all(
      this.#cache.allKeys().map((key) => this.#cache.get<KeptEntry>(key)),
    );
    const body = entries.find((entry) => entry?.body?.audience === this.#audience)?.body;

    return {
      idToken: entries.find((entry) => entry?.id_token !== undefined)?.id_token,
      accessToken: body?.access_token,
      refreshToken: body?.refresh_token,
    };
  }
}

/** An entry of the SDK's cache: tokens by their audience, or an ID token beside them. */
type KeptEntry = Partial<WrappedCacheEntry> & Pick<CacheEntry, 'id_token'>;
