import { Component, computed, input } from '@angular/core';
import { MatProgressBar } from '@angular/material/progress-bar';

import { Afresh } from '../../page-translation/afresh';
import { tookWords } from '../ui/ago-words';
import { statusWords } from './drill-words';
import type { DrillCounts } from './judge/drill-result';

const order = ['failed', 'inconclusive', 'passed'] as const;

/** Told to five seconds: it is a guess. */
const roundMs = 5000;

/** How many drills have been run, how they ended, and how long those that run will take. */
@Component({
  selector: 'app-drill-summary',
  imports: [Afresh, MatProgressBar],
  template: `
    <div class="said">
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
      @if (isRunning()) {
        <span *appAfresh="left()" class="left" i18n>About {{ left() }} left</span>
      }
      <ul>
        @for (kind of kinds(); track kind.verdict) {
          <li *appAfresh="kind.count" [class]="kind.verdict">{{ kind.count }} {{ kind.words }}</li>
        }
      </ul>
    </div>
    @if (isRunning()) {
      <mat-progress-bar [value]="percent()" aria-label="Drills" i18n-aria-label />
    }
  `,
  styleUrl: '../ui/summary.scss',
})
export class DrillSummary {
  readonly counts = input.required<DrillCounts>();
  readonly isRunning = input.required<boolean>();
  /** How many of those that were begun together have ended. */
  readonly percent = input.required<number>();
  readonly leftMs = input.required<number>();

  protected readonly left = computed(() =>
    tookWords(Math.max(1, Math.ceil(this.leftMs() / roundMs)) * roundMs, true),
  );
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
