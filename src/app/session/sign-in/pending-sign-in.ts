import { inject, Service } from '@angular/core';

import { SEALED_STORE } from '../user/pinned-user';
import type { BegunSecondary } from './begun-sign-in';
import type { SignInPurpose } from './sign-in-purpose';

const entry = 'pending-sign-in';

/** How long after its beginning such a sign-in may come back, in milliseconds; nobody types for longer. */
const lifetimeMs = 3_600_000;

/** A second sign-in for which this tab has left the page. */
export interface Pending<For extends SignInPurpose = SignInPurpose> extends BegunSecondary {
  readonly purpose: For;
}

/** An answer that belongs to such a sign-in, with its code not yet exchanged. */
export interface Returned<For extends SignInPurpose = SignInPurpose> {
  readonly pending: Pending<For>;
  readonly url: string;
}

/**
 * Tells a second sign-in that took the whole page apart from the first person's own: by an address and a
 * record of its own, which says what it is for. A callback without that record is nobody's, and does nothing.
 */
@Service()
export class PendingSignIn {
  readonly #store = inject(SEALED_STORE);
  #returned: Returned | undefined;

  begin(pending: Pending): Promise<void> {
    return this.#store.set(entry, pending);
  }

  /** Whether a page that is left comes back to what is kept here. */
  canLeave(): Promise<boolean> {
    return this.#store.outlivesThePage();
  }

  /**
   * Takes the address that the tenant sent the browser back to, once.
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

  /** What has come back for this purpose; to be used once, by whoever asks first. */
  take<Kind extends SignInPurpose['kind']>(
    kind: Kind,
  ): Returned<Extract<SignInPurpose, { kind: Kind }>> | undefined {
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
): returned is Returned<Extract<SignInPurpose, { kind: Kind }>> =>
  returned.pending.purpose.kind === kind;
