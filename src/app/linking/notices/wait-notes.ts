import { Component, computed, inject } from '@angular/core';

import { Afresh } from '../../page-translation/afresh';
import { tickingClock } from '../ui/ticking-clock';
import { BUSY_UNTIL } from './busy-until';

/** When something takes longer than people expect, in milliseconds. */
const longMs = 8_000;

/** Says of something that is under way that it takes longer than usual, or when a busy tenant is asked again. */
@Component({
  selector: 'app-wait-notes',
  imports: [Afresh],
  template: `
    @if (seconds(); as seconds) {
      <!-- Counted for the eyes alone: nobody wants to be told every second. -->
      <p class="heard" i18n>The service is busy. We'll try again in a moment.</p>
      <p *appAfresh="seconds" class="count" aria-hidden="true" i18n>
        The service is busy. Trying again in {{ seconds }} s
      </p>
    } @else if (isLong()) {
      <p i18n>This is taking longer than usual.</p>
    }
  `,
  styles: `
    :host:empty {
      display: none;
    }

    p:not(.heard) {
      margin: 0;
      color: var(--ligature-ink-2);
      font: var(--ligature-type-small);
      font-variant-numeric: tabular-nums;
    }

    .count:not(.heard) {
      color: var(--ligature-warn);
    }
  `,
})
export class WaitNotes {
  readonly #busyUntil = inject(BUSY_UNTIL);
  readonly #now = tickingClock();
  readonly #since = Date.now();

  protected readonly seconds = computed(() =>
    Math.max(0, Math.ceil((this.#busyUntil() - this.#now()) / 1000)),
  );
  protected readonly isLong = computed(() => this.#now() - this.#since >= longMs);
}
