import { Component, output } from '@angular/core';
import { MatButton } from '@angular/material/button';

/** Offers to sign in on the full page, where a window is in the way or out of sight. */
@Component({
  selector: 'app-full-page-button',
  imports: [MatButton],
  template: `
    <button
      matButton="outlined"
      type="button"
      data-action="use-full-page"
      (click)="pressed.emit()"
      i18n
    >
      Continue in this tab instead
    </button>
  `,
  // It is as wide as its button, or as the place that it is given.
  styles: ':host { display: inline-grid; }',
})
export class FullPageButton {
  readonly pressed = output();
}
