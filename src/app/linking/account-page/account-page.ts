import { Component, computed, inject, viewChild, type ElementRef } from '@angular/core';
import { Router } from '@angular/router';

import { Afresh } from '../../afresh/afresh';
import { labelOfIdentity } from '../../identity/account';
import { providerLabel } from '../../identity/connection';
import type { Journal } from '../../identity/link/journal';
import type { UnlinkPlan } from '../../identity/link/unlink-plan';
import { archiveKey } from '../../identity/settings/reserved-settings';
import { archiveOf, noArchive } from '../../identity/settings/settings-archive';
import { AccountStore } from '../account-store';
import { ConfirmPrimary } from '../confirm-primary/confirm-primary';
import { ConnectionList } from '../connection-list/connection-list';
import { FailureNotice } from '../failure-notice/failure-notice';
import { IdentityList } from '../identity-list/identity-list';
import { ReceiptHistory } from '../receipt-history/receipt-history';
import { SetAside } from '../set-aside/set-aside';
import { SetAsideNotice } from '../set-aside-notice/set-aside-notice';
import { Suggested } from '../suggested/suggested';
import { isSettled } from '../unfinished-state';
import { TakenSession } from '../taken-session/taken-session';
import { UnknownNotice } from '../unknown-notice/unknown-notice';
import { UnfinishedLink } from '../unfinished-link/unfinished-link';
import { UnlinkDialog } from '../unlink-dialog/unlink-dialog';
import { Waiting } from '../waiting/waiting';

/** `/account`: the sign-in methods of the account, and what can be done with them. */
@Component({
  selector: 'app-account-page',
  imports: [
    Afresh,
    ConfirmPrimary,
    ConnectionList,
    FailureNotice,
    IdentityList,
    TakenSession,
    ReceiptHistory,
    SetAside,
    SetAsideNotice,
    Suggested,
    UnfinishedLink,
    UnknownNotice,
    UnlinkDialog,
    Waiting,
  ],
  providers: [AccountStore],
  templateUrl: './account-page.html',
  styleUrl: './account-page.scss',
})
export class AccountPage {
  readonly #router = inject(Router);
  protected readonly store = inject(AccountStore);
  private readonly title = viewChild.required<ElementRef<HTMLElement>>('title');

  /** What the account has set aside for the accounts that joined it. */
  protected readonly archive = computed(() => {
    const read = this.store.read();

    return read.status === 'read' ? archiveOf(read.account.settings.get(archiveKey)) : noArchive;
  });

  /** The name of the method that has just been unlinked. */
  protected readonly unlinkedName = computed(() => {
    const unlinking = this.store.unlinking();
    if (unlinking.phase !== 'done') return undefined;
    const { account, identity } = unlinking.plan;

    return `${providerLabel(this.store.connections, identity)} ${labelOfIdentity(account, identity)}`;
  });

  /** Whether no link is on its way, so that it can be said what is not linked. */
  protected readonly isSettled = computed(() => isSettled(this.store.unfinished()));

  /** Sends what was agreed to, if that is still what is asked. */
  protected unlink(agreed: UnlinkPlan): void {
    const unlinking = this.store.unlinking();
    if (unlinking.phase === 'reviewing' && unlinking.plan === agreed) this.store.unlink(agreed);
  }

  protected decline(): void {
    this.store.declineSuggestions();
    // The pressed button is gone then, and the focus must not go with it.
    this.title().nativeElement.focus();
  }

  /** Goes where the other account can be proven again. */
  protected async continueLink({ connection }: Journal): Promise<void> {
    await this.#router.navigate(['/account/link', connection]);
  }
}
