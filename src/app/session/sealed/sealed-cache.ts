import type { ICache } from '@auth0/auth0-spa-js';

import type { SealedStore } from './sealed-store';

const prefix = 'cache.';

/**
 * Keeps the Auth0 SDK's cache in the sealed store, so that a reload restores the first person from this tab and not
 * from the tenant's session cookie, which may be somebody else's by then.
 */
export class SealedCache implements ICache {
  readonly #store: SealedStore;

  constructor(store: SealedStore) {
    this.#store = store;
  }

  set(key: string, entry: unknown): Promise<void> {
    return this.#store.set(prefix + key, entry);
  }

  async get<Entry>(key: string): Promise<Entry | undefined> {
    // The SDK reads back what it wrote itself, and asks for it by its own type.
    return (await this.#store.get(prefix + key)) as Entry | undefined;
  }

  remove(key: string): void {
    this.#store.remove(prefix + key);
  }

  allKeys(): string[] {
    return this.#store
      .names()
      .filter((name) => name.startsWith(prefix))
      .map((name) => name.slice(prefix.length));
  }
}
