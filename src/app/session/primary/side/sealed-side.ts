import { inject, Service } from '@angular/core';
import type {
  CacheEntry,
  IdToken,
  RedirectLoginOptions,
  WrappedCacheEntry,
} from '@auth0/auth0-spa-js';
import { firstValueFrom, type Observable } from 'rxjs';

import { LIGATURE_CONFIG } from '../../../config/ligature-config';
import { SealedCache } from '../../sealed/sealed-cache';
import { callbackPath, pagePath } from '../../sign-in/callback-url';
import { SessionTrace } from '../../sign-in/session-trace';
import { PinnedUser, SEALED_STORE } from '../../user/pinned-user';
import { Auth0Sdk } from '../auth0-sdk';
import { resolveSession, withMemory } from '../resolve-session';
import type { Confirmed, Resolved, SessionSide, SideTokens } from './session-side';

/** Our own session: the SDK's, with its tokens sealed in this tab. */
@Service()
export class SealedSide implements SessionSide {
  readonly #sdk = inject(Auth0Sdk);
  readonly #store = inject(SEALED_STORE);
  readonly #cache = new SealedCache(this.#store);
  readonly #trace = inject(SessionTrace);
  readonly #tenant = inject(LIGATURE_CONFIG).tenant;
  readonly #isReturn = pagePath() === callbackPath;

  async resolve(): Promise<Resolved> {
    const found = await resolveSession(this.#sdk.auth, new PinnedUser(this.#store), this.#trace);

    return { state: await withMemory(found, this.#store), hasReturned: this.#isReturn };
  }

  accessToken(): Observable<string | undefined> {
    return this.#sdk.auth.getAccessTokenSilently();
  }

  idTokenClaims(): Promise<IdToken | undefined> {
    return this.#sdk.client.getIdTokenClaims();
  }

  leaveToSignIn(options: RedirectLoginOptions<{ target: string }>): Promise<void> {
    return firstValueFrom(this.#sdk.auth.loginWithRedirect(options));
  }

  signOut(returnTo: string): Promise<void> {
    return firstValueFrom(this.#sdk.auth.logout({ logoutParams: { returnTo } }));
  }

  /** Puts the fresh tokens in the place of the old ones. */
  async keepConfirmed({ cache }: Confirmed): Promise<void> {
    for (const key of (await cache.allKeys?.()) ?? []) {
      await this.#cache.set(key, await cache.get(key));
    }
  }

  /** Reads the tokens of the portal's own audience, as the SDK keeps them. */
  async tokens(): Promise<SideTokens> {
    const entries = await Promise.all(
      this.#cache.allKeys().map((key) => this.#cache.get<KeptEntry>(key)),
    );
    const body = entries.find((entry) => entry?.body?.audience === this.#tenant.audience)?.body;

    return {
      idToken: entries.find((entry) => entry?.id_token !== undefined)?.id_token,
      accessToken: body?.access_token,
      hasRefreshToken: body?.refresh_token !== undefined,
      refreshToken: body?.refresh_token,
    };
  }

  renew(): Promise<unknown> {
    return this.#sdk.client.getTokenSilently({ cacheMode: 'off' });
  }
}

/** An entry of the SDK's cache: tokens by their audience, or an ID token beside them. */
type KeptEntry = Partial<WrappedCacheEntry> & Pick<CacheEntry, 'id_token'>;
