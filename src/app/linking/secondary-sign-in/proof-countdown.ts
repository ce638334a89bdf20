import { Component, computed, input } from '@angular/core';

import { Afresh } from '../../page-translation/afresh';

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
      <p *appAfresh="clock()" i18n>This sign-in is good for {{ clock() }} more minutes.</p>
    }
    <p class="heard" aria-live="polite">
      @if (mark(); as minutes) {
        <span *appAfresh="minutes" i18n>
          {minutes, plural,
            =1 {The sign-in is good for one more minute.}
            other {The sign-in is good for {{ minutes }} more minutes.}
          }
        </span>
      }
    </p>
  `,
  styles: `
    p {
      margin: 0;
      color: var(--mat-sys-on-surface-variant);
      font: var(--mat-sys-body-medium);
      font-variant-numeric: tabular-nums;
    }

    .heard {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  `,
})
export class ProofCountdown {
  /** What is left, in milliseconds. */
  readonly left = input.required<number>();

  readonly #seconds = computed(() => Math.max(0, Math.ceil(this.left() / 1000)));

  protected readonly isShown = computed(() => this.#seconds() < shownWithin);
  protected readonly clock = computed(() => {
    const seconds = this.#seconds();

    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  });
  /** The last mark that has been passed, in minutes. */
  protected readonly mark = computed(() => {
    const mark = marks.find((seconds) => this.#seconds() <= seconds);

    return mark && mark / 60;
  });
}
