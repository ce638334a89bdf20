import { Component, computed, input } from '@angular/core';

import { Afresh } from '../../page-translation/afresh';
import { clockTime } from '../ui/clock-time';

/** From when on the time that remains is worth a line, in seconds. */
const shownWithin = 600;
/** When it is worth an interruption too: each is said once, as it is passed. */
const marks = [60, 120, 300];

/** How long the second sign-in is still good for; nothing while that is long. */
@Component({
  selector: 'app-proof-countdown',
  imports: [Afresh],
  template: `
    @if (isShown()) {
      <p *appAfresh="clock()" [title]="about()" i18n>Confirm within {{ clock() }}</p>
    }
    <p class="heard" aria-live="polite">
      @if (mark(); as minutes) {
        <span *appAfresh="minutes" i18n>
          {minutes, plural,
            =1 {Confirm within one minute.}
            other {Confirm within {{ minutes }} minutes.}
          }
          {{ about() }}
        </span>
      }
    </p>
  `,
  styles: `
    p {
      margin: 0;
      color: var(--ligature-ink-2);
      font: var(--ligature-type-small);
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class ProofCountdown {
  /** What is left, in milliseconds. */
  readonly left = input.required<number>();
  /** What the second account is called. */
  readonly label = input.required<string>();

  readonly #seconds = computed(() => Math.max(0, Math.ceil(this.left() / 1000)));

  protected readonly isShown = computed(() => this.#seconds() < shownWithin);
  protected readonly clock = computed(() => clockTime(this.#seconds()));
  protected readonly about = computed(
    () => $localize`After that you'll need to sign in to ${this.label()}:account: again.`,
  );
  /** The last mark that has been passed, in minutes. */
  protected readonly mark = computed(() => {
    const mark = marks.find((seconds) => this.#seconds() <= seconds);

    return mark && mark / 60;
  });
}
