import { InjectionToken } from '@angular/core';

import { SealedStore } from '../sealed/sealed-store';
import { readUser, type User } from './user';

const name = 'pinned-person';

/** The one sealed store of this tab. */
export const SEALED_STORE = new InjectionToken('sealed store', {
  providedIn: 'root',
  factory: () => new SealedStore(),
});

/**
 * Remembers whom this tab belongs to, from sign-in to sign-out. An answer of the tenant for anybody else is not used:
 * its session cookie follows the latest sign-in, not the first.
 */
export class PinnedUser {
  readonly #store: SealedStore;

  constructor(store: SealedStore) {
    this.#store = store;
  }

  /** Reads whom this tab belongs to; `undefined` where nobody is signed in. */
  async read(): Promise<User | undefined> {
    return readUser(await this.#store.get(name));
  }

  /** Makes the tab somebody's. */
  pin(user: User): Promise<void> {
    return this.#store.set(name, user);
  }
}
