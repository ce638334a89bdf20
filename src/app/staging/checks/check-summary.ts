import { Component, computed, input } from '@angular/core';
import { MatProgressBar } from '@angular/material/progress-bar';

import { Afresh } from '../../page-translation/afresh';
import type { CheckCounts } from './rules/check-result';
import { statusWords } from './verdict-words';

const order = ['failure', 'warning', 'ok', 'cannotBeSeen', 'notApplicable'] as const;

/** How far the checks have come, and what they have found so far. */
@Component({
  selector: 'app-check-summary',
  imports: [Afresh, MatProgressBar],
  template: `
    <p role="status">
      @if (isRunning()) {
        <span *appAfresh="counts()" i18n>
          {{ counts().done }} of {{ counts().total }} checks done.
        </span>
      } @else {
        <span *appAfresh="counts()" i18n>All {{ counts().total }} checks done.</span>
      }
    </p>
    @if (isRunning()) {
      <mat-progress-bar [value]="percent()" aria-label="Checks" i18n-aria-label />
    }
    <ul>
      @for (kind of kinds(); track kind.status) {
        <li *appAfresh="kind.count" [class]="kind.status">
          @switch (kind.status) {
            @case ('failure') {
              <ng-container i18n>
                {kind.count, plural, =1 {1 failure} other {{{ kind.count }} failures}}
              </ng-container>
            }
            @case ('warning') {
              <ng-container i18n>
                {kind.count, plural, =1 {1 warning} other {{{ kind.count }} warnings}}
              </ng-container>
            }
            @default {
              {{ kind.count }} {{ kind.words }}
            }
          }
        </li>
      }
    </ul>
  `,
  styleUrl: '../ui/summary.scss',
})
export class CheckSummary {
  readonly counts = input.required<CheckCounts>();

  protected readonly isRunning = computed(() => this.counts().done < this.counts().total);
  protected readonly percent = computed(() => (100 * this.counts().done) / this.counts().total);
  protected readonly kinds = computed(() =>
    order
      .map((status) => ({
        status,
        count: this.counts().byStatus[status],
        words: statusWords[status],
      }))
      .filter(({ count }) => count > 0),
  );
}
