import { Component, computed, input } from '@angular/core';

import { Afresh } from '../../page-translation/afresh';
import { statusWords } from './drill-words';
import type { DrillCounts } from './judge/drill-result';

const order = ['failed', 'inconclusive', 'passed'] as const;

/** How many drills have been run, and how they ended. */
@Component({
  selector: 'app-drill-summary',
  imports: [Afresh],
  template: `
    <p role="status">
      @if (isRunning()) {
        <span *appAfresh="counts()" i18n>
          Drills are running; {{ counts().done }} of {{ counts().total }} have ended.
        </span>
      } @else {
        <span *appAfresh="counts()" i18n>
          {{ counts().done }} of {{ counts().total }} drills run.
        </span>
      }
    </p>
    <ul>
      @for (kind of kinds(); track kind.verdict) {
        <li *appAfresh="kind.count" [class]="kind.verdict">{{ kind.count }} {{ kind.words }}</li>
      }
    </ul>
  `,
  styleUrl: '../ui/summary.scss',
})
export class DrillSummary {
  readonly counts = input.required<DrillCounts>();
  readonly isRunning = input.required<boolean>();

  protected readonly kinds = computed(() =>
    order
      .map((verdict) => ({
        verdict,
        count: this.counts()[verdict],
        words: statusWords[verdict],
      }))
      .filter(({ count }) => count > 0),
  );
}
