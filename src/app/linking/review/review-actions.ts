import { Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';

import { ProofCountdown } from '../secondary-sign-in/proof-countdown';
import { tickingClock } from '../ui/ticking-clock';
import { clickGuard } from './click-guard';

/** What can be done with a plan: agree to it, prove another account, or leave. */
@Component({
  selector: 'app-review-actions',
  imports: [MatButton, ProofCountdown],
  templateUrl: './review-actions.html',
  styleUrl: './review-actions.scss',
})
export class ReviewActions {
  readonly isBlocked = input.required<boolean>();
  readonly sending = input.required<boolean>();
  /** When the second sign-in expires, by this device's clock; `undefined` where that is not known. */
  readonly expiresAt = input.required<number | undefined>();
  readonly confirmed = output();
  readonly useAnother = output();
  readonly dismissed = output();

  readonly #now = tickingClock();

  protected readonly hasAttention = clickGuard();
  protected readonly left = computed(() => (this.expiresAt() ?? Infinity) - this.#now());
  protected readonly isExpired = computed(() => this.left() <= 0);
}
