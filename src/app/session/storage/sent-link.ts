import { inject, Service } from '@angular/core';

import { arriveWithinMs } from '../../identity/link/journal';
import type { RunningLink } from '../../identity/link/unfinished-link';
import { SEALED_STORE } from '../user/pinned-user';

const entry = 'sent-link';

/** A link that this tab has sent, and until when it may arrive, in milliseconds since 1970 by this device's clock. */
export interface Sent {
  readonly link: RunningLink;
  readonly untilMs: number;
}

/**
 * Keeps which link this tab has sent, until it is known how that has ended. Where there is nothing to merge the account
 * has no journal, and a page that is loaded meanwhile would know nothing of it.
 */
@Service()
export class SentLink {
  readonly #store = inject(SEALED_STORE);

  /** Notes that a link is sent. */
  note(link: RunningLink): Promise<void> {
    const sent: Sent = { link, untilMs: Date.now() + arriveWithinMs };

    return this.#store.set(entry, sent);
  }

  /** Reads which link was sent; `undefined` where none was. */
  async read(): Promise<Sent | undefined> {
    // Only `note` writes this entry, and it is sealed against everyone else.
    return (await this.#store.get(entry)) as Sent | undefined;
  }

  /** Forgets the link, as it is known how it has ended. */
  forget(): void {
    this.#store.remove(entry);
  }
}
