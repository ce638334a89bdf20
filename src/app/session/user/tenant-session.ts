import { computed, inject, Service, signal } from '@angular/core';

import { isJsonObject } from '../../identity/json';
import type { Taken } from '../../identity/sign-in/taken-session';
import { PinnedUser, SEALED_STORE } from './pinned-user';

const entry = 'tenant-session-taken';

/** What is kept: who has signed in, and by which connection where they were asked to; or that somebody may have. */
type Note = true | { readonly subject: string; readonly askedWith?: string };

/**
 * Remembers whether the tenant's own session in this browser is still the first person's. The latest sign-in takes that
 * session, and the portal's other applications share it (tenant contract §2.6).
 */
@Service()
export class TenantSession {
  readonly #store = inject(SEALED_STORE);
  /** Not read back before the account is known: the other account may have joined it while no page was open. */
  readonly #note = signal<Note | undefined>(undefined);

  /** How surely the session belongs to an account that is not the first person's; `undefined` where it is theirs. */
  readonly taken = computed(() => howSurely(this.#note()));
  /** By which connection the person has signed in to the other account where they were asked to. */
  readonly askedWith = computed(() => {
    const note = this.#note();

    return note === true ? undefined : note?.askedWith;
  });

  /** Notes that a second sign-in begins: if it is given up or lost, nobody sees here how it has ended. */
  secondSignInBegins(): Promise<void> {
    return this.#takenBy(true);
  }

  /** Notes who has signed in: the session is theirs now. */
  async signedInAs(subject: string): Promise<void> {
    const pinned = await new PinnedUser(this.#store).read();
    if (pinned?.subject === subject) this.givenBack();
    else await this.#takenBy({ subject });
  }

  /** Notes that they were asked to sign in to this very account, for something that needs no link. */
  async wasAskedFor(subject: string, connection: string): Promise<void> {
    const note = this.#note();
    if (note !== undefined && note !== true && note.subject === subject) {
      await this.#takenBy({ subject, askedWith: connection });
    }
  }

  /** Judges what was noted, once the account is known: a session of one that it `holds` is the first person's. */
  async settle(holds: (subject: string) => boolean): Promise<void> {
    if (!this.#store.names().includes(entry)) return;
    const note = noteIn(await this.#store.get(entry));
    if (note !== true && holds(note.subject)) this.givenBack();
    else this.#note.set(note);
  }

  /** Notes that the session is the first person's again: they have signed in, or the other account is theirs now. */
  givenBack(): void {
    this.#store.remove(entry);
    this.#note.set(undefined);
  }

  #takenBy(note: Note): Promise<void> {
    this.#note.set(note);

    return this.#store.set(entry, note);
  }
}

function howSurely(note: Note | undefined): Taken | undefined {
  if (note === undefined) return undefined;
  if (note === true) return 'perhaps';

  return note.askedWith === undefined ? 'surely' : 'asked';
}

/** Reads what was kept; of anything else, no more is known than that there was something. */
function noteIn(kept: unknown): Note {
  if (!isJsonObject(kept) || typeof kept['subject'] !== 'string') return true;
  const { subject, askedWith } = kept;

  return { subject, ...(typeof askedWith === 'string' && { askedWith }) };
}
