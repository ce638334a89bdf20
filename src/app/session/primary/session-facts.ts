import { inject, injectAsync, Service } from '@angular/core';

import { LIGATURE_CONFIG } from '../../config/ligature-config';
import { decodeJwt, type Jwt } from '../../identity/sign-in/jwt';
import { SealedCache } from '../sealed/sealed-cache';
import { SEALED_STORE } from '../user/pinned-user';

/** What the first person's tokens say; the tokens themselves stay in here. */
export interface TokenFacts {
  readonly idToken: Jwt;
  /** `undefined` where it is opaque, as without an audience. */
  readonly accessToken: Jwt | undefined;
  readonly hasRefreshToken: boolean;
}

/** What came of a renewal. */
export type Renewal =
  | {
      readonly kind: 'renewed';
      /** Whether the refresh token was replaced by another. */
      readonly rotated: boolean;
      /** When the tenant says that it made the new token, and when it came, in milliseconds since 1970. */
      readonly issuedAtMs: number | undefined;
      readonly receivedAtMs: number;
    }
  | { readonly kind: 'noRefreshToken' }
  | { readonly kind: 'refused' };

interface CachedTokens {
  readonly idToken?: string;
  readonly accessToken?: string;
  readonly refreshToken?: string;
}

/** Looks at the first person's tokens, for whoever tests a tenant. */
@Service()
export class SessionFacts {
  readonly #cache = new SealedCache(inject(SEALED_STORE));
  readonly #audience = inject(LIGATURE_CONFIG).tenant.audience;
  readonly #loadSdk = injectAsync(async () => (await import('./auth0-sdk')).Auth0Sdk);

  /** `undefined` where nobody is signed in. */
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

  /** Renews the first person's tokens, as happens anyway when they have expired. */
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

  /** The tokens of the portal's own audience, as the SDK keeps them. */
  async #tokens(): Promise<CachedTokens> {
    const entries = await Promise.all(
      this.#cache.allKeys().map((key) => this.#cache.get<CacheEntry>(key)),
    );
    const body = entries.find((entry) => entry?.body?.audience === this.#audience)?.body;
    const idToken = entries.find((entry) => entry?.id_token !== undefined)?.id_token;

    return {
      ...(idToken !== undefined && { idToken }),
      ...(body?.access_token !== undefined && { accessToken: body.access_token }),
      ...(body?.refresh_token !== undefined && { refreshToken: body.refresh_token }),
    };
  }
}

/** As far as it is looked at here. */
interface CacheEntry {
  readonly id_token?: string;
  readonly body?: {
    readonly audience?: string;
    readonly access_token?: string;
    readonly refresh_token?: string;
  };
}
