import { Component, inject } from '@angular/core';

import { ShownPart } from './shown-part';

/** Says that a part of the page had to be shown again before anything was done. */
@Component({
  selector: 'app-shown-again',
  template: `
    @for (time of part.timesShownAgain() > 0 ? [part.timesShownAgain()] : []; track time) {
      <div class="notice doubtful" role="alert">
        <p class="title" i18n>This page didn't show what it should</p>
        <p i18n>
          Something in this browser has changed what stood here, a translation perhaps. Nothing has
          been done. Here it is again: read it before you go on.
        </p>
      </div>
    }
  `,
  styles: `
    :host(:empty) {
      display: none;
    }
  `,
})
export class ShownAgain {
  protected readonly part = inject(ShownPart);
}
