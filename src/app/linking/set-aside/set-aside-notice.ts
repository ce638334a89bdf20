import { Component, input, output } from '@angular/core';

import type { PutBackRequest, SetAsideProgress } from '../../identity/settings/set-aside';
import { Afresh } from '../../page-translation/afresh';
import { FailureNotice } from '../notices/failure-notice';
import { ProgressNotice } from '../notices/progress-notice';
import { SupportNote } from '../notices/support-note';
import { settingNames } from '../settings/setting-name';
import { FullPageButton } from '../ui/full-page-button';
import { WindowActions } from '../ui/window-actions';

/** Says how far settings are on their way back into their own account, and what of it is known. */
@Component({
  selector: 'app-set-aside-notice',
  imports: [Afresh, FailureNotice, FullPageButton, ProgressNotice, SupportNote, WindowActions],
  templateUrl: './set-aside-notice.html',
  styles: `
    :host {
      display: grid;
      gap: 16px;
    }

    :host(:empty) {
      display: none;
    }
  `,
})
export class SetAsideNotice {
  readonly progress = input.required<SetAsideProgress>();
  /** Another window, in the place of one that is out of sight. */
  readonly openWindow = output<PutBackRequest>();
  readonly useFullPage = output<PutBackRequest>();
  readonly dismissed = output();
  readonly signIn = output();

  protected readonly settingNames = settingNames;
}
