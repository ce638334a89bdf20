import { Component, computed, input } from '@angular/core';
import { MatProgressBar } from '@angular/material/progress-bar';

import { tickingClock } from '../../linking/ui/ticking-clock';
import { Afresh } from '../../page-translation/afresh';
import { tookWords } from '../ui/ago-words';
import { statusWords, type DrillCounts } from './judge/drill-result';

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
          <span *appAfresh="asked()" i18n>
            Drills are running; {{ asked().done }} of {{ asked().total }} have ended.
          </span>
        } @else {
          <span *appAfresh="counts()" i18n>
            {{ counts().done }} of {{ counts().total }} drills run.
          </span>
        }
      </p>
      @if (isRunning()) {
        @if (left(); as left) {
          <span *appAfresh="left" class="left" i18n>About {{ left }} left</span>
        } @else {
          <span class="left" i18n>Takes longer than usual</span>
        }
      }
      @if (kinds().length > 0) {
        <ul>
          @for (kind of kinds(); track kind.verdict) {
            <li *appAfresh="kind.count" class="pill" [class]="kind.verdict">{{ kind.words }}</li>
          }
        </ul>
      }
    </div>
    @if (isRunning()) {
      <mat-progress-bar [value]="percent()" aria-label="Drills" i18n-aria-label />
    }
  `,
  styleUrls: ['../ui/pill.scss', '../ui/summary.scss'],
})
export class DrillSummary {
  readonly #now = tickingClock();

  readonly counts = input.required<DrillCounts>();
  readonly isRunning = input.required<boolean>();
  /** How many were begun together, and how many of those have ended. */
  readonly asked = input.required<{ readonly done: number; readonly total: number }>();
  /** About how long the rest takes, as of the latest step. */
  readonly leftMs = input.required<number>();

  protected readonly percent = computed(
    () => (100 * this.asked().done) / Math.max(1, this.asked().total),
  );
  /** When everything has ended, if it takes no longer than it did. */
  readonly #endsAt = computed(() => Date.now() + this.leftMs());
  /** Nothing once that is over. */
  protected readonly left = computed(() => {
    const leftMs = this.#endsAt() - this.#now();

    return leftMs > 0 ? tookWords(Math.ceil(leftMs / roundMs) * roundMs, true) : '';
  });
  protected readonly kinds = computed(() =>
    order
      .map((verdict) => ({
        verdict,
        count: this.counts()[verdict],
        words: $localize`${this.counts()[verdict]}:count: ${statusWords[verdict]}:status:`,
      }))
      .filter(({ count }) => count > 0),
  );
}
