import { Component } from '@angular/core';

import { AccountPage } from '../../../app/linking/account-page/account-page';
import { LostFocus } from '../../../app/shell/arrival/lost-focus';
import { PortalFrame } from '../../pages/portal-frame';
import { readAfterOutcomes } from './read-after-outcomes';

/** What `<ligature-account>` shows. */
@Component({
  selector: 'ligature-account-part',
  imports: [AccountPage, LostFocus, PortalFrame],
  template: '<ligature-frame class="inset" appLostFocus><app-account-page /></ligature-frame>',
})
export class AccountPart {
  constructor() {
    readAfterOutcomes();
  }
}
