import { Component, computed, ElementRef, input, model, viewChild } from '@angular/core';

import { labelOf } from '../../identity/account';
import type { AccountDoubt } from '../../identity/link/account-doubt';
import { inOrder, type LinkPlan } from '../../identity/link/link-plan';
import { Afresh } from '../../page-translation/afresh';
import { personName } from '../ui/accounts/person-name';
import { bringIntoSight } from '../ui/bring-into-sight';

/** Asks whether two accounts that look like those of two people are of one. */
@Component({
  selector: 'app-both-are-mine',
  imports: [Afresh],
  template: `
    @switch (doubt()) {
      @case ('names') {
        <p class="title" id="both-are-mine" i18n>These accounts have different names</p>
      }
      @case ('addresses') {
        <p class="title" id="both-are-mine" i18n>These accounts have different addresses</p>
      }
    }
    <p *appAfresh="people()" i18n>
      {{ people() }}. After linking, either sign-in opens everything.
    </p>
    <label>
      <input
        #box
        type="checkbox"
        data-action="both-are-mine"
        [checked]="isTicked()"
        [disabled]="disabled()"
        (change)="isTicked.set(!isTicked())"
      />
      <span i18n>Both are mine</span>
    </label>
  `,
  styles: `
    label {
      display: inline-flex;
      gap: 10px;
      align-items: center;
      min-block-size: 40px;
      margin-block-start: 10px;
      padding-block: 6px;
      padding-inline: 10px 14px;
      border: 1px solid var(--ligature-warn-line);
      border-radius: var(--ligature-radius-control);
      background: var(--ligature-surface);
      font: 500 0.9375rem/1.25rem var(--ligature-font);
      cursor: pointer;

      @media (width < 600px) {
        min-block-size: 44px;
      }
    }

    input {
      flex: none;
      inline-size: 20px;
      block-size: 20px;
      margin: 0;
      accent-color: var(--ligature-accent);
    }
  `,
  host: { class: 'notice doubtful', role: 'group', 'aria-labelledby': 'both-are-mine' },
})
export class BothAreMine {
  readonly plan = input.required<LinkPlan>();
  readonly doubt = input.required<AccountDoubt>();
  readonly disabled = input.required<boolean>();
  readonly isTicked = model.required<boolean>();

  private readonly box = viewChild.required<ElementRef<HTMLElement>>('box');

  protected readonly people = computed(() => {
    const { first, second } = inOrder(this.plan());
    const [one, other] =
      this.doubt() === 'names'
        ? [personName(first), personName(second)]
        : [labelOf(first), labelOf(second)];

    return $localize`${one}:one: and ${other}:other:`;
  });

  /** Brings the box into the middle of the window, with the focus. */
  showBox(): void {
    bringIntoSight(this.box().nativeElement);
  }
}
