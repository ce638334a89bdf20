import { afterRenderEffect, Component, ElementRef, inject, input } from '@angular/core';

import { bringIntoSight } from '../ui/bring-into-sight';

/**
 * The one place in which a page answers what somebody has done, however far down they did it: each new answer comes into
 * sight, with the focus.
 */
@Component({
  selector: 'app-message-place',
  template: '<ng-content />',
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 12px;
      border-radius: var(--ligature-radius-card);
    }

    /* Without anything to say there is nothing here, not even a gap. */
    :host(:empty) {
      display: none;
    }
  `,
  host: { tabindex: '-1' },
})
export class MessagePlace {
  /** What is said; another one is another answer, and `undefined` is none. */
  readonly answer = input<unknown>();

  constructor() {
    const { nativeElement: host } = inject<ElementRef<HTMLElement>>(ElementRef);
    afterRenderEffect(() => {
      if (this.answer() === undefined) return;
      // Whoever presses something in here stays at it; it is taken from nobody who goes on reading.
      if (host.contains(document.activeElement)) host.scrollIntoView({ block: 'nearest' });
      else bringIntoSight(host);
    });
  }
}
