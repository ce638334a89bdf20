import { inject, injectAsync, Service, signal } from '@angular/core';

import { SEALED_STORE } from '../user/pinned-user';

/** Set by the tenant's post-login hook (`tenant/hooks/on-post-login.js`) when another account may be the person's. */
const claim = 'https://ligature.example/suggestions';

const entry = 'suggestions-declined';

/** What the tenant suggests to link; until the person says not now, and then no more until they sign in again. */
@Service()
export class Suggestions {
  readonly #store = inject(SEALED_STORE);
  readonly #loadSdk = injectAsync(async () => (await import('./auth0-sdk')).Auth0Sdk);
  readonly #areDeclined = signal(this.#store.names().includes(entry));

  readonly areDeclined = this.#areDeclined.asReadonly();

  /** The claim as it came with the first person's sign-in; nothing has judged it. */
  async claim(): Promise<unknown> {
    const { client } = await this.#loadSdk();

    return (await client.getIdTokenClaims())?.[claim];
  }

  async decline(): Promise<void> {
    this.#areDeclined.set(true);
    await this.#store.set(entry, true);
  }
}
