import { Component, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';

import type { MessageTo } from '../ui/message-account';
import { clickGuard } from './click-guard';

/** What can be done with a plan: agree to it, prove another account, or leave. */
@Component({
  selector: 'app-review-actions',
  imports: [MatButton],
  templateUrl: './review-actions.html',
  styleUrl: './review-actions.scss',
})
export class ReviewActions {
  readonly isBlocked = input.required<boolean>();
  /** Whether the second sign-in proves nothing any more. */
  readonly isExpired = input.required<boolean>();
  /** Whether the person has seen and said what has to be before they agree. */
  readonly mayAgree = input.required<boolean>();
  /** Whether there is something further down that the person has not yet seen. */
  readonly mustReadOn = input(false);
  readonly sending = input.required<boolean>();
  /** What is added to the account in use, where that is all the link does. */
  readonly adds = input<MessageTo>();
  readonly confirmed = output();
  /** The person wants to agree, and has not yet seen or said what comes before that. */
  readonly missed = output();
  readonly useAnother = output();
  readonly dismissed = output();

  protected readonly mayClick = clickGuard(this.mustReadOn);
}
