import { inject, Service, signal } from '@angular/core';

import { PinnedPerson, SEALED_STORE } from './pinned-person';

const entry = 'tenant-session-taken';

/**
 * Whose session the tenant itself keeps in this browser. The latest sign-in takes it, and the portal's other
 * applications share it (tenant contract §2.6).
 */
@Service()
export class TenantSession {
  readonly #store = inject(SEALED_STORE);
  readonly #isTaken = signal(this.#store.names().includes(entry));

  /** Whether it may belong to an account that the first person has only tried out. */
  readonly isTaken = this.#isTaken.asReadonly();

  /** Somebody has signed in; if that is not the first person, the session is theirs now. */
  async signedInAs(subject: string): Promise<void> {
    const pinned = await new PinnedPerson(this.#store).read();
    if (pinned?.subject === subject) return;
    await this.#store.set(entry, true);
    this.#isTaken.set(true);
  }

  /** It is the first person's again: they have signed in, or the other account has become theirs. */
  givenBack(): void {
    this.#store.remove(entry);
    this.#isTaken.set(false);
  }
}
