import { Component, computed, input } from '@angular/core';

import { verdictWords } from '../drill-item/drill-words';
import type { DrillCounts } from '../drills/drill-result';

const order = ['failed', 'inconclusive', 'passed'] as const;

/** How many drills have been run, and how they ended. */
@Component({
  selector: 'app-drill-summary',
  template: `
    <p role="status">
      @if (isRunning()) {
        <ng-container i18n>
          Drills are running; {{ counts().done }} of {{ counts().total }} have ended.
        </ng-container>
      } @else {
        <ng-container i18n>{{ counts().done }} of {{ counts().total }} drills run.</ng-container>
      }
    </p>
    <ul>
      @for (kind of kinds(); track kind.verdict) {
        <li [class]="kind.verdict">{{ kind.count }} {{ kind.words }}</li>
      }
    </ul>
  `,
  styleUrl: '../summary.scss',
})
export class DrillSummary {
  readonly counts = input.required<DrillCounts>();
  readonly isRunning = input.required<boolean>();

  protected readonly kinds = computed(() =>
    order
      .map((verdict) => ({
        verdict,
        count: this.counts()[verdict],
        words: verdictWords(verdict),
      }))
      .filter(({ count }) => count > 0),
  );
}
