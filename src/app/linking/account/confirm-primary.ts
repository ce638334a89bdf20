import { Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';

import { isWindowFailure } from '../../identity/failure';
import type { Confirmation } from '../../identity/sign-in/confirmation';
import { Afresh } from '../../page-translation/afresh';
import { FailureNotice } from '../notices/failure-notice';
import { ProgressNotice } from '../notices/progress-notice';
import { FullPageButton } from '../ui/full-page-button';
import { WindowActions } from '../ui/window-actions';

/** Asks the person to sign in once more before anything about their account is changed. */
@Component({
  selector: 'app-confirm-primary',
  imports: [Afresh, FailureNotice, FullPageButton, MatButton, ProgressNotice, WindowActions],
  templateUrl: './confirm-primary.html',
  styles: `
    :host {
      display: grid;
      gap: var(--ligature-space-part);
    }

    p {
      margin: 0;
      color: var(--mat-sys-on-surface-variant);
    }

    .quiet {
      color: var(--ligature-ink-3);
      font: var(--ligature-type-small);
    }
  `,
})
export class ConfirmPrimary {
  readonly confirmation = input.required<Confirmation>();
  /** What the person has to do again when they are back, if the full page takes something from them. */
  readonly afterFullPage = input('');
  readonly confirm = output();
  readonly useFullPage = output();
  readonly dismissed = output();

  protected readonly fullPageHelps = computed(() => {
    const asked = this.confirmation();

    return asked.status === 'failed' ? isWindowFailure(asked.code) : asked.status !== 'answered';
  });
}
