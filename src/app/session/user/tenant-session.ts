import { inject, Service, signal } from '@angular/core';

import { PinnedUser, SEALED_STORE } from './pinned-user';

const entry = 'tenant-session-taken';

/** Somebody has signed in to another account; or a sign-in to one has begun, and nobody sees here how it has ended. */
type Taken = 'surely' | 'perhaps';

/**
 * Remembers whether the tenant's own session in this browser is still the first person's. The latest sign-in takes that
 * session, and the portal's other applications share it (tenant contract §2.6).
 */
@Service()
export class TenantSession {
  readonly #store = inject(SEALED_STORE);
  /** Not read back before the account is known: the other account may have joined it while no page was open. */
  readonly #taken = signal<Taken | undefined>(undefined);

  /** How surely the session belongs to an account that is not the first person's; `undefined` where it is theirs. */
  readonly taken = this.#taken.asReadonly();

  /** Notes that a second sign-in begins: if it is given up or lost, nobody sees here how it has ended. */
  secondSignInBegins(): Promise<void> {
    return this.#takenBy(true);
  }

  /** Notes who has signed in: the session is theirs now. */
  async signedInAs(subject: string): Promise<void> {
    const pinned = await new PinnedUser(this.#store).read();
    if (pinned?.subject === subject) this.givenBack();
    else await this.#takenBy(subject);
  }

  /** Judges what was noted, once the account is known: a session of one that it `holds` is the first person's. */
  async settle(holds: (subject: string) => boolean): Promise<void> {
    if (!this.#store.names().includes(entry)) return;
    const subject = await this.#store.get(entry);
    if (typeof subject === 'string' && holds(subject)) this.givenBack();
    else this.#taken.set(howSurely(subject));
  }

  /** Notes that the session is the first person's again: they have signed in, or the other account is theirs now. */
  givenBack(): void {
    this.#store.remove(entry);
    this.#taken.set(undefined);
  }

  #takenBy(subject: string | true): Promise<void> {
    this.#taken.set(howSurely(subject));

    return this.#store.set(entry, subject);
  }
}

const howSurely = (subject: unknown): Taken => (typeof subject === 'string' ? 'surely' : 'perhaps');
