import { InjectionToken } from '@angular/core';

import { SealedStore } from '../sealed/sealed-store';
import type { Person } from './person';

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
export class PinnedPerson {
  readonly #store: SealedStore;

  constructor(store: SealedStore) {
    this.#store = store;
  }

  async read(): Promise<Person | undefined> {
    // Only `pin` writes this entry, and it is sealed against everyone else.
    return (await this.#store.get(name)) as Person | undefined;
  }

  pin(person: Person): Promise<void> {
    return this.#store.set(name, person);
  }

  unpin(): void {
    this.#store.remove(name);
  }
}
