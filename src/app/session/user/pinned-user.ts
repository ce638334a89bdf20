import { InjectionToken } from '@angular/core';

import { SealedStore } from '../sealed/sealed-store';
import { readPerson, type Person } from './user';

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
    return readPerson(await this.#store.get(name));
  }

  pin(person: Person): Promise<void> {
    return this.#store.set(name, person);
  }

  unpin(): void {
    this.#store.remove(name);
  }
}
