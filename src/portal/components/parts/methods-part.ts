import { Component, inject, Injector } from '@angular/core';

import { IdentityList } from '../../../app/linking/account/identity-list';
import { SignedInAccountStore } from '../../../app/linking/account/signed-in-account-store';
import { FailureNotice } from '../../../app/linking/notices/failure-notice';
import { ProgressNotice } from '../../../app/linking/notices/progress-notice';
import { LostFocus } from '../../../app/shell/arrival/lost-focus';
import { PortalFrame } from '../../pages/portal-frame';
import { readAfterOutcomes } from './read-after-outcomes';

/** What `<ligature-methods>` shows. */
@Component({
  selector: 'ligature-methods-part',
  imports: [FailureNotice, IdentityList, LostFocus, PortalFrame, ProgressNotice],
  template: `
    <ligature-frame class="inset" appLostFocus>
      @let read = account.read();
      @switch (read.status) {
        @case ('reading') {
          <app-progress-notice label="Loading the account" i18n-label [isOfTenant]="true" />
        }
        @case ('failed') {
          <app-failure-notice
            [code]="read.code"
            (retried)="account.readAccount()"
            (signIn)="account.signInAgain('/account')"
          />
        }
        @case ('read') {
          <app-identity-list
            [account]="read.account"
            [connections]="account.connections"
            [allowUnlink]="false"
          />
        }
      }
    </ligature-frame>
  `,
})
export class MethodsPart {
  protected readonly account = inject(SignedInAccountStore);

  constructor() {
    this.account.open(inject(Injector));
    readAfterOutcomes();
  }
}
