import { inject, Service } from '@angular/core';

import { Outcomes, type Outcome } from '../../app/linking/store/outcomes';

/** Tells what has come of links and unlinks in one part of a portal's page, and the whole page as well. */
@Service({ autoProvided: false })
export class PartOutcomes extends Outcomes {
  readonly #page = inject(Outcomes, { skipSelf: true });

  override tell(outcome: Outcome): void {
    super.tell(outcome);
    this.#page.tell(outcome);
  }
}
