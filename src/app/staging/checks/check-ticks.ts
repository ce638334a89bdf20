import { Component, input } from '@angular/core';

import type { JudgedCheck } from './rules/standing';

/** A tick for each check, in the colour of what it came to; the words beside it say the same. */
@Component({
  selector: 'app-check-ticks',
  host: { 'aria-hidden': 'true' },
  template: `
    @for (one of judged(); track one.check.id) {
      <i [class]="one.standing.kind"></i>
    }
  `,
  styles: `
    :host {
      display: flex;
      gap: 2px;
      align-items: center;
    }

    i {
      flex: var(--tick-grow, 0) 1 var(--tick-width, 5px);
      min-inline-size: 2px;
      block-size: var(--tick-height, 14px);
      border: 1px solid transparent;
      border-radius: var(--tick-radius, 2px);
      background: light-dark(#d9dfdf, #343d40);

      @media (forced-colors: active) {
        border-color: CanvasText;
      }
    }

    .passed {
      background: light-dark(#a9cfc9, #2a5b57);
    }

    .problem {
      background: var(--ligature-bad);
    }

    .warning {
      background: var(--ligature-warn);
    }

    .yourself {
      border-color: var(--ligature-line-field);
      background: none;
    }

    .notUsed {
      border-color: var(--ligature-line);
      background: none;
    }
  `,
})
export class CheckTicks {
  readonly judged = input.required<readonly JudgedCheck[]>();
}
