import { Component, computed } from '@angular/core';

import { Afresh } from '../../page-translation/afresh';
import { tickingClock } from '../ui/ticking-clock';
import { busySeconds } from './busy-pause';

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
      <p *appAfresh="seconds" class="counted" aria-hidden="true" i18n>
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

    .counted:not(.heard) {
      color: var(--ligature-warn);
    }
  `,
})
export class WaitNotes {
  readonly #now = tickingClock();
  readonly #since = Date.now();

  protected readonly seconds = busySeconds(this.#now);
  protected readonly isLong = computed(() => this.#now() - this.#since >= longMs);
}
