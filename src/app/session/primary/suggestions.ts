import { inject, Service, signal } from '@angular/core';

import { SEALED_STORE } from '../user/pinned-user';
import { injectSide } from './side/side-in-time';

/** The claim of the tenant's post-login hook (`tenant/hooks/on-post-login.js`): which other accounts may be theirs. */
const claim = 'https://ligature.example/suggestions';

const entry = 'suggestions-declined';

/** Reads what the tenant suggests to link, and remembers until the next sign-in that the person has declined. */
@Service()
export class Suggestions {
  readonly #store = inject(SEALED_STORE);
  readonly #side = injectSide();
  readonly #areDeclined = signal(this.#store.names().includes(entry));

  /** Whether the person has said not now. */
  readonly areDeclined = this.#areDeclined.asReadonly();

  /** Reads the claim as it came with the first person's sign-in, unchecked. */
  async claim(): Promise<unknown> {
    const side = await this.#side();

    return (await side.idTokenClaims())?.[claim];
  }

  /** Remembers that the person wants none, until the next sign-in. */
  async decline(): Promise<void> {
    this.#areDeclined.set(true);
    await this.#store.set(entry, true);
  }
}
