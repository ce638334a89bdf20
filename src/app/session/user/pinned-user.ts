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
 * The person this tab belongs to, from sign-in to sign-out. Whatever the tenant answers later, for anyone
 * else, is not used: its session cookie follows the latest sign-in, not the first.
 */
export class PinnedUser {
  readonly #store: SealedStore;

  constructor(store: SealedStore) {
    this.#store = store;
  }

  async read(): Promise<User | undefined> {
    return readUser(await this.#store.get(name));
  }

  pin(user: User): Promise<void> {
    return this.#store.set(name, user);
  }

  unpin(): void {
    this.#store.remove(name);
  }
}
