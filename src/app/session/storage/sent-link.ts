import { inject, Service } from '@angular/core';

import { arriveWithinMs } from '../../identity/link/journal';
import type { RunningLink } from '../../identity/link/unfinished-link';
import { SEALED_STORE } from '../user/pinned-user';

const entry = 'sent-link';

/** A link that this tab has sent, and until when it may arrive, by this device's clock. */
export interface Sent {
  readonly link: RunningLink;
  readonly untilMs: number;
}

/**
 * Keeps which link this tab has sent for as long as nobody knows how it has ended. Where there is nothing to
 * merge the account has no record of it, and a page that is loaded meanwhile would know nothing.
 */
@Service()
export class SentLink {
  readonly #store = inject(SEALED_STORE);

  note(link: RunningLink): Promise<void> {
    const sent: Sent = { link, untilMs: Date.now() + arriveWithinMs };

    return this.#store.set(entry, sent);
  }

  async read(): Promise<Sent | undefined> {
    // Only `note` writes this entry, and it is sealed against everyone else.
    return (await this.#store.get(entry)) as Sent | undefined;
  }

  forget(): void {
    this.#store.remove(entry);
  }
}
