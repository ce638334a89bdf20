import { Service } from '@angular/core';
import { Subject } from 'rxjs';

import type { FailureCode } from '../../identity/failure';
import type { LinkReceipt, UnlinkReceipt } from '../../identity/settings/portal-receipt';

/** What has come of a link or an unlink, as far as it concerns whoever shows it on a page of theirs. */
export type Outcome =
  | { readonly kind: 'linked'; readonly receipt: LinkReceipt }
  | { readonly kind: 'unlinked'; readonly receipt: UnlinkReceipt }
  /** It did not happen, or a sign-in for it did not; the person may try again. */
  | { readonly kind: 'failed'; readonly code: FailureCode }
  /** The person has left a link without one. */
  | { readonly kind: 'cancelled' };

/** Tells what has come of links and unlinks in this page: each end once, when it is known. */
@Service()
export class Outcomes {
  readonly #told = new Subject<Outcome>();

  readonly told = this.#told.asObservable();

  tell(outcome: Outcome): void {
    this.#told.next(outcome);
  }
}
