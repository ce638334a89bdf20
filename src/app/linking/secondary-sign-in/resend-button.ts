import { Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';

import { Afresh } from '../../page-translation/afresh';
import { clockTime } from '../ui/clock-time';
import { tickingClock } from '../ui/ticking-clock';

/** Has another message sent to the same address, and says how long that has to wait. */
@Component({
  selector: 'app-resend-button',
  imports: [Afresh, MatButton],
  template: `
    <button
      [matButton]="isNeeded() ? 'outlined' : 'text'"
      type="button"
      data-action="send-again"
      [disabled]="isBusy() || seconds() > 0"
      (click)="resend.emit()"
    >
      <ng-container *appAfresh="seconds()">
        @if (seconds() > 0) {
          <span class="clock" i18n>Resend in {{ clock() }}</span>
        } @else {
          <span i18n>Resend</span>
        }
      </ng-container>
    </button>
  `,
  styles: `
    :host {
      display: contents;
    }

    button {
      --mat-button-text-disabled-label-text-color: var(--ligature-ink-3);
      --mat-button-outlined-disabled-label-text-color: var(--ligature-ink-3);
    }

    .clock {
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class ResendButton {
  /** When another message may be asked for, in milliseconds since 1970. */
  readonly nextSendAtMs = input.required<number>();
  readonly isBusy = input(false);
  /** Whether nothing else is left to do. */
  readonly isNeeded = input(false);
  readonly resend = output();

  readonly #now = tickingClock();

  protected readonly seconds = computed(() =>
    Math.max(0, Math.ceil((this.nextSendAtMs() - this.#now()) / 1000)),
  );
  protected readonly clock = computed(() => clockTime(this.seconds()));
}
