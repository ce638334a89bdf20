import { Component, input, linkedSignal, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatProgressBar } from '@angular/material/progress-bar';
import { X } from 'lucide';

import { Afresh } from '../../page-translation/afresh';
import { FullPageButton } from '../ui/full-page-button';
import { Icon } from '../ui/icon';
import { ProviderMark } from '../ui/provider-mark';

/** Somebody signs in in another window: it is waited for, brought to the front, or given up for the full page. */
@Component({
  selector: 'app-window-wait',
  imports: [Afresh, FullPageButton, Icon, MatButton, MatProgressBar, ProviderMark],
  templateUrl: './window-wait.html',
  styleUrl: './window-wait.scss',
  host: { class: 'card' },
})
export class WindowWait {
  /** Where the other account is, as people call it. */
  readonly label = input.required<string>();
  readonly strategy = input.required<string>();
  /** Whether the window is out of sight, and perhaps closed. */
  readonly isUnseen = input.required<boolean>();
  readonly bringToFront = output();
  readonly useFullPage = output();
  readonly useAnother = output();
  readonly dismissed = output();

  protected readonly cross = X;
  /** Whether somebody has said that the window is still there, although it cannot be seen. */
  protected readonly isKept = linkedSignal({ source: this.isUnseen, computation: () => false });

  protected keepWaiting(tryAgain: MatButton): void {
    this.isKept.set(true);
    // The pressed button is gone then, and the focus must not go with it.
    tryAgain.focus();
  }
}
