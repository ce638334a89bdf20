import { inject, Service } from '@angular/core';

import { SEALED_STORE } from '../user/pinned-user';
import type { BegunSecondary } from './begun-sign-in';
import type { PurposeOf, SignInPurpose } from './sign-in-purpose';

const entry = 'pending-sign-in';

/** How long after it has begun a sign-in may come back, in milliseconds; nobody types for longer. */
const lifetimeMs = 3_600_000;

/** A second sign-in for which this tab has left the page. */
export interface Pending<For extends SignInPurpose = SignInPurpose> extends BegunSecondary {
  readonly purpose: For;
}

/** An answer to a pending sign-in, whose code is not yet exchanged. */
export interface Returned<For extends SignInPurpose = SignInPurpose> {
  readonly pending: Pending<For>;
  readonly url: string;
}

/**
 * Keeps a second sign-in for which the page is left, and takes its answer. It has an address and a record of its own,
 * so that its answer is not taken for the first person's. A callback without that record does nothing.
 */
@Service()
export class PendingSignIn {
  readonly #store = inject(SEALED_STORE);
  #returned: Returned | undefined;

  /** Notes for what the page is left. */
  begin(pending: Pending): Promise<void> {
    return this.#store.set(entry, pending);
  }

  /** Whether what is kept here is still there when the page comes back. */
  canLeave(): Promise<boolean> {
    return this.#store.outlivesThePage();
  }

  /**
   * Takes the address that the tenant has sent the browser back to, once.
   *
   * @returns what the page was left for, or `undefined` when this tab has begun no such sign-in lately.
   */
  async acceptReturn(url: string): Promise<SignInPurpose | undefined> {
    const pending = await this.#answeredBy(url);
    if (pending === undefined) return undefined;
    this.#store.remove(entry);
    if (Date.now() - pending.startedAtMs > lifetimeMs) return undefined;
    this.#returned = { pending, url };

    return pending.purpose;
  }

  /** Whether an address answers the second sign-in that this tab has begun. */
  async isAnsweredBy(url: string): Promise<boolean> {
    return (await this.#answeredBy(url)) !== undefined;
  }

  /** Gives what has come back for this purpose, once: to whoever asks first. */
  take<Kind extends SignInPurpose['kind']>(kind: Kind): Returned<PurposeOf<Kind>> | undefined {
    const returned = this.#returned;
    this.#returned = undefined;

    return returned !== undefined && isFor(returned, kind) ? returned : undefined;
  }

  async #answeredBy(url: string): Promise<Pending | undefined> {
    // Only `begin` writes this entry, and it is sealed against everyone else.
    const pending = (await this.#store.get(entry)) as Pending | undefined;
    const state = new URL(url).searchParams.get('state');

    return state !== null && pending?.state === state ? pending : undefined;
  }
}

const isFor = <Kind extends SignInPurpose['kind']>(
  returned: Returned,
  kind: Kind,
): returned is Returned<PurposeOf<Kind>> => returned.pending.purpose.kind === kind;
