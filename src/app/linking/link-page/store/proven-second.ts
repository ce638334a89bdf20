import { EMPTY, type Observable } from 'rxjs';

import type { Journal } from '../../../identity/link/journal';
import {
  firstChoices,
  type LinkChoices,
  type LinkProposal,
} from '../../../identity/link/link-plan';
import type { SecondarySession } from '../../../session/secondary/client/secondary-session';
import type { ChoicesMade, KeptChoices } from '../../../session/storage/kept-choices';
import type { SignedIn } from './link-planner';
import type { RecordedLink, Reviewing } from './linking-state';

/**
 * The second person, while they are proven, and what was chosen for them. A store keeps this outside its state, which
 * can be looked at from everywhere the store is.
 */
export class ProvenSecond {
  readonly #kept: KeptChoices;
  #session: SecondarySession | undefined;
  #signedIn: SignedIn | undefined;
  // A sign-in that has to be made again takes no choice with it.
  #made: ChoicesMade | undefined;

  constructor(kept: KeptChoices) {
    this.#kept = kept;
  }

  /** `undefined` once they have been dropped. */
  get session(): SecondarySession | undefined {
    return this.#session;
  }

  /** Whether they are proven, and still will be for a request or two; `now` by the tenant's clock. */
  isProvenAt(now: number): boolean {
    return this.#session !== undefined && now < this.#session.claims.expiresAtMs;
  }

  /** Begins something as them, if they are proven. */
  whileProven<T>(begin: (session: SecondarySession) => Observable<T>): Observable<T> {
    return this.#session === undefined ? EMPTY : begin(this.#session);
  }

  prove(session: SecondarySession): void {
    this.#session = session;
  }

  /** They have signed in, and their account is still to be read. */
  signIn(signedIn: SignedIn): void {
    this.#signedIn = signedIn;
  }

  /** The sign-in of which the account could not be read, if it still proves anything; `now` by the tenant's clock. */
  signedInAt(now: number): SignedIn | undefined {
    const signedIn = this.#signedIn;

    return signedIn && now < signedIn.result.claims.expiresAtMs ? signedIn : undefined;
  }

  /** Drops the person; what was chosen for them is kept, should they come back. */
  drop(): void {
    this.#session = this.#signedIn = undefined;
  }

  /** The link is there: nothing of them is needed any more. */
  forget(): void {
    this.#session = this.#signedIn = this.#made = undefined;
    this.#kept.forget();
  }

  /** What was chosen for them before, or what is chosen before anybody chooses. */
  choicesFor(proposal: LinkProposal): LinkChoices {
    return this.#made?.subject === proposal.second.userId
      ? this.#made.choices
      : firstChoices(proposal);
  }

  choose({ second }: LinkProposal, choices: LinkChoices): void {
    this.#made = { subject: second.userId, choices };
    void this.#kept.keep(this.#made);
  }

  /** Takes up what was chosen before the page was left. */
  async restore(): Promise<ChoicesMade | undefined> {
    this.#made ??= await this.#kept.read();

    return this.#made;
  }

  /** Whether an unfinished link can go on without another sign-in; `now` by the tenant's clock. */
  canContinue(now: number, journal: Journal, review?: Reviewing): boolean {
    const claims = this.#session?.claims;

    return (
      claims !== undefined &&
      now < claims.expiresAtMs &&
      (review !== undefined || claims.subject === journal.subject)
    );
  }

  /** Whether a link that stands still can be taken back: where it is on record in the second account, as them. */
  canUndo({ review }: RecordedLink): boolean {
    return this.#session !== undefined || review?.plan.direction !== 'keepSecond';
  }
}
