import { computed, inject, Service, signal } from '@angular/core';

import { LIGATURE_CONFIG } from '../../config/ligature-config';
import { linkReturnOf } from '../../identity/sign-in/link-return';
import { askedReturn } from '../../session/storage/asked-return';

/** Knows which application has sent a person to link, and wants them back. */
@Service()
export class LinkReturnStore {
  readonly #allowed = inject(LIGATURE_CONFIG).returnAddresses;
  readonly #asked = signal<ReturnType<typeof linkReturnOf>>(undefined);

  /** Where a link leads back to; `undefined` where it ends at the sign-in methods. */
  readonly back = computed(() => {
    const asked = this.#asked();

    return asked === 'refused' ? undefined : asked;
  });

  /** Whether an address was asked for that is not allowed. */
  readonly isRefused = computed(() => this.#asked() === 'refused');

  /** Takes up what the address of a link page asks for, or has asked for before the page was left to sign in. */
  enter(connection: string, query: URLSearchParams): void {
    if (query.has('return')) askedReturn.note(connection, query);
    this.#asked.set(linkReturnOf(askedReturn.read(connection), this.#allowed));
  }
}
