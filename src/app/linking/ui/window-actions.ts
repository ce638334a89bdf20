import { Component, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';

import { FullPageButton } from './full-page-button';

/** Offers what can be done while another window is waited for; what else there is comes first. */
@Component({
  selector: 'app-window-actions',
  imports: [FullPageButton, MatButton],
  template: `
    <ng-content />
    @if (isUnseen()) {
      <button
        matButton="filled"
        type="button"
        data-action="try-again"
        (click)="tryAgain.emit()"
        i18n
      >
        Try again
      </button>
    }
    <app-full-page-button (pressed)="useFullPage.emit()" />
    <button matButton type="button" data-action="cancel" (click)="dismissed.emit()" i18n>
      Cancel
    </button>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }
  `,
})
export class WindowActions {
  /** Whether the window is out of sight, and perhaps closed: then another can be opened. */
  readonly isUnseen = input.required<boolean>();
  readonly useFullPage = output();
  readonly tryAgain = output();
  readonly dismissed = output();
}
