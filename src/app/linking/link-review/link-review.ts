import {
  afterNextRender,
  Component,
  computed,
  input,
  output,
  viewChild,
  type ElementRef,
} from '@angular/core';
import { MatButton } from '@angular/material/button';

import type { Connection } from '../../identity/connection';
import type { LinkPlan } from '../../identity/link-plan';
import { signInMethods } from '../../identity/sign-in-method';
import { CardPair } from '../card-pair/card-pair';
import { lossWords, warningWords } from './plan-words';

/** Shows what a link will do, before it is done: both accounts, what comes of them, and what is lost. */
@Component({
  selector: 'app-link-review',
  imports: [CardPair, MatButton],
  templateUrl: './link-review.html',
  styleUrl: './link-review.scss',
})
export class LinkReview {
  readonly plan = input.required<LinkPlan>();
  readonly connections = input.required<readonly Connection[]>();
  /** Whether the link is on its way, so that nothing can be chosen any more. */
  readonly sending = input.required<boolean>();
  readonly confirmed = output();
  readonly anotherAsked = output();
  readonly dismissed = output();

  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');

  protected readonly gains = computed(() =>
    [this.plan().primary, this.plan().secondary].flatMap((account) =>
      signInMethods(account, this.connections()),
    ),
  );
  protected readonly warnings = computed(() => this.plan().warnings.map(warningWords));
  protected readonly losses = computed(() => this.plan().losses.map(lossWords));

  constructor() {
    // The review replaces what had the focus; without this a screen reader would be left nowhere.
    afterNextRender(() => this.heading().nativeElement.focus());
  }
}
