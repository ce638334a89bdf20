import { inject, Service } from '@angular/core';

import type { LinkChoices } from '../../identity/link/link-plan';
import type { Decision } from '../../identity/settings/settings-comparison';
import { SEALED_STORE } from '../user/pinned-user';

const entry = 'link-choices';

/** What somebody has chosen in a review, and which second account they have chosen it for. */
export interface ChoicesMade {
  readonly subject: string;
  readonly choices: LinkChoices;
}

interface Kept extends Omit<LinkChoices, 'decisions'> {
  readonly subject: string;
  readonly decisions: readonly (readonly [string, Decision])[];
}

/** Keeps what is chosen in a review until the accounts are linked, however often the page is left meanwhile. */
@Service()
export class KeptChoices {
  readonly #store = inject(SEALED_STORE);

  /** Keeps the choices of a review. */
  keep({ subject, choices: { direction, decisions } }: ChoicesMade): Promise<void> {
    const kept: Kept = { subject, direction, decisions: [...decisions] };

    return this.#store.set(entry, kept);
  }

  /** Reads the choices of a review again; `undefined` where there are none. */
  async read(): Promise<ChoicesMade | undefined> {
    // Only `keep` writes this entry, and it is sealed against everyone else.
    const kept = (await this.#store.get(entry)) as Kept | undefined;
    if (kept === undefined) return undefined;
    const { subject, direction, decisions } = kept;

    return { subject, choices: { direction, decisions: new Map(decisions) } };
  }

  /** Forgets the choices, as the accounts are linked. */
  forget(): void {
    this.#store.remove(entry);
  }
}
