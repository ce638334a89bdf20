import { inject, Service, signal } from '@angular/core';

import { PinnedUser, SEALED_STORE } from './pinned-user';

const entry = 'tenant-session-taken';

/**
 * Whose session the tenant itself keeps in this browser. The latest sign-in takes it, and the portal's other
 * applications share it (tenant contract §2.6).
 */
@Service()
export class TenantSession {
  readonly #store = inject(SEALED_STORE);
  /** Not before the account is known: the other one may have joined it while no page was here to see that. */
  readonly #isTaken = signal(false);

  /** Whether it may belong to an account that the first person has tried to sign in to, and that is not theirs. */
  readonly isTaken = this.#isTaken.asReadonly();

  /** A second sign-in begins: whether it is given up, refused or lost, nobody may see here where it ended. */
  secondSignInBegins(): Promise<void> {
    this.#isTaken.set(true);

    return this.#store.set(entry, true);
  }

  /** Somebody has signed in, and the session is theirs now. */
  async signedInAs(subject: string): Promise<void> {
    const pinned = await new PinnedUser(this.#store).read();
    if (pinned?.subject === subject) this.givenBack();
    else {
      this.#isTaken.set(true);
      await this.#store.set(entry, subject);
    }
  }

  /** The account is known: a session of one that it has absorbed is the first person's, whoever has seen that. */
  async settle(holds: (subject: string) => boolean): Promise<void> {
    if (!this.#store.names().includes(entry)) return;
    const subject = await this.#store.get(entry);
    if (typeof subject === 'string' && holds(subject)) this.givenBack();
    else this.#isTaken.set(true);
  }

  /** It is the first person's again: they have signed in, or the other account has become theirs. */
  givenBack(): void {
    this.#store.remove(entry);
    this.#isTaken.set(false);
  }
}
