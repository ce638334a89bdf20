import { Component, input } from '@angular/core';

/** How far somebody is on the way to a link: they sign in, and then look at what it does. */
@Component({
  selector: 'app-page-step',
  template: `
    @if (step() === 1) {
      <p class="step" i18n><span class="bars" aria-hidden="true"></span>Step 1 of 2</p>
    } @else {
      <p class="step" i18n><span class="bars" aria-hidden="true"></span>Step 2 of 2</p>
    }
  `,
  styles: `
    :host {
      --second: var(--ligature-accent);

      display: block;
    }

    :host(.first) {
      --second: var(--ligature-line-strong);
    }

    .step {
      display: flex;
      gap: 10px;
      align-items: center;
      margin: 0 0 6px;
      color: var(--ligature-ink-3);
      font: var(--ligature-type-mini);
    }

    /* Both steps, as two strokes; the one that is still to come is grey. */
    .bars {
      display: flex;
      gap: 4px;

      &::before,
      &::after {
        inline-size: 22px;
        block-size: 3px;
        border-radius: 2px;
        background: var(--ligature-accent);
        content: '';
      }

      &::after {
        background: var(--second);
      }

      @media (forced-colors: active) {
        forced-color-adjust: none;
      }
    }
  `,
  host: { '[class.first]': 'step() === 1' },
})
export class PageStep {
  readonly step = input.required<1 | 2>();
}
