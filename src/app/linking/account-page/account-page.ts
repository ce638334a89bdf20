import { Component, computed, inject } from '@angular/core';

import { labelOfIdentity } from '../../identity/account';
import { providerLabel } from '../../identity/connection';
import { AccountStore } from '../account-store';
import { ConfirmPrimary } from '../confirm-primary/confirm-primary';
import { ConnectionList } from '../connection-list/connection-list';
import { FailureNotice } from '../failure-notice/failure-notice';
import { IdentityList } from '../identity-list/identity-list';
import { TakenSession } from '../taken-session/taken-session';
import { UnknownNotice } from '../unknown-notice/unknown-notice';
import { UnlinkDialog } from '../unlink-dialog/unlink-dialog';
import { Waiting } from '../waiting/waiting';

/** `/account`: the sign-in methods of the account, and what can be done with them. */
@Component({
  selector: 'app-account-page',
  imports: [
    ConfirmPrimary,
    ConnectionList,
    FailureNotice,
    IdentityList,
    TakenSession,
    UnknownNotice,
    UnlinkDialog,
    Waiting,
  ],
  providers: [AccountStore],
  templateUrl: './account-page.html',
  styleUrl: './account-page.scss',
})
export class AccountPage {
  protected readonly store = inject(AccountStore);

  /** The name of the method that has just been unlinked. */
  protected readonly unlinkedName = computed(() => {
    const unlinking = this.store.unlinking();
    if (unlinking.phase !== 'done') return undefined;
    const { account, identity } = unlinking.plan;

    return `${providerLabel(this.store.connections, identity)} ${labelOfIdentity(account, identity)}`;
  });
}
