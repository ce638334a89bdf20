import { Component, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';

import { Afresh } from '../../page-translation/afresh';
import { ProgressNotice } from '../notices/progress-notice';
import { WindowActions } from '../ui/window-actions';

/** Somebody signs in in another window: it is waited for, brought to the front, or given up for the full page. */
@Component({
  selector: 'app-window-wait',
  imports: [Afresh, MatButton, ProgressNotice, WindowActions],
  templateUrl: './window-wait.html',
  styles: `
    :host {
      display: contents;
    }

    p {
      margin: 0;
    }
  `,
})
export class WindowWait {
  /** Where the other account is, as people call it. */
  readonly label = input.required<string>();
  /** Whether the window is out of sight, and perhaps closed. */
  readonly isUnseen = input.required<boolean>();
  readonly bringToFront = output();
  readonly useFullPage = output();
  readonly useAnother = output();
  readonly dismissed = output();
}
