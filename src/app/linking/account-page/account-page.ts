import { Component, computed, inject, Injector, viewChild, type ElementRef } from '@angular/core';
import { Router } from '@angular/router';

import { labelOf, labelOfIdentity, type Account } from '../../identity/account';
import { providerLabel } from '../../identity/connection';
import type { Identity } from '../../identity/identity';
import type { Journal } from '../../identity/link/journal';
import { historyEntryOf } from '../../identity/link/receipt';
import type { UnlinkPlan } from '../../identity/link/unlink-plan';
import { historyOf, linkedAtOf } from '../../identity/settings/link-history';
import { archiveKey } from '../../identity/settings/reserved-settings';
import { archiveOf, connectionsOf } from '../../identity/settings/settings-archive';
import { Afresh } from '../../page-translation/afresh';
import { AccountHead } from '../account/account-head';
import { AccountSkeleton } from '../account/account-skeleton';
import { AddMethod } from '../account/add-method';
import { ConfirmPrimary } from '../account/confirm-primary';
import { IdentityList } from '../account/identity-list';
import { SignedInAccountStore } from '../account/signed-in-account-store';
import { FailureNotice } from '../notices/failure-notice';
import { HelpButton } from '../notices/help/help-button';
import { ProgressNotice } from '../notices/progress-notice';
import { TakenSession } from '../notices/taken-session';
import { UnknownNotice } from '../notices/unknown-notice';
import { HistoryStore } from '../receipt/history-store';
import { ReceiptHistory } from '../receipt/receipt-history';
import { SetAside } from '../set-aside/set-aside';
import { SetAsideNotice } from '../set-aside/set-aside-notice';
import { SetAsideStore } from '../set-aside/set-aside-store';
import { NewAccount } from '../suggestions/new-account';
import { Suggested } from '../suggestions/suggested';
import { SuggestionsStore } from '../suggestions/suggestions-store';
import { UnfinishedLink } from '../unfinished-link/unfinished-link';
import { UnfinishedLinkStore } from '../unfinished-link/unfinished-link-store';
import { isSettled } from '../unfinished-link/unfinished-state';
import { UnlinkDialog } from '../unlink/unlink-dialog';
import { UnlinkStore } from '../unlink/unlink-store';
import { PressedMethodStore } from './pressed-method-store';

/** `/account`: the sign-in methods of the account, and what can be done with them. */
@Component({
  selector: 'app-account-page',
  imports: [
    AccountHead,
    AccountSkeleton,
    AddMethod,
    Afresh,
    ConfirmPrimary,
    FailureNotice,
    HelpButton,
    IdentityList,
    NewAccount,
    TakenSession,
    ReceiptHistory,
    SetAside,
    SetAsideNotice,
    Suggested,
    UnfinishedLink,
    UnknownNotice,
    UnlinkDialog,
    ProgressNotice,
  ],
  providers: [HistoryStore, PressedMethodStore, SetAsideStore, SuggestionsStore, UnlinkStore],
  templateUrl: './account-page.html',
  styleUrl: './account-page.scss',
})
export class AccountPage {
  readonly #router = inject(Router);
  protected readonly account = inject(SignedInAccountStore);
  protected readonly unfinished = inject(UnfinishedLinkStore);
  protected readonly unlinking = inject(UnlinkStore);
  protected readonly method = inject(PressedMethodStore);
  protected readonly setAside = inject(SetAsideStore);
  protected readonly suggestions = inject(SuggestionsStore);
  private readonly title = viewChild<ElementRef<HTMLElement>>('title');

  /** What a link has set aside, as it stands in the account's settings. */
  private readonly storedArchive = computed(() => {
    const read = this.account.read();

    return read.status === 'read' ? read.account.settings.get(archiveKey) : undefined;
  });
  protected readonly archive = computed(() => archiveOf(this.storedArchive()));
  protected readonly linkedBy = computed(() => connectionsOf(this.storedArchive()));

  /** The connections that the account's own methods are of. */
  protected readonly linkedNames = computed(() => {
    const read = this.account.read();

    return new Set(
      read.status === 'read' ? read.account.identities.map(({ connection }) => connection) : [],
    );
  });

  /** The links and unlinks that the account or this tab remembers. */
  private readonly history = computed(() => {
    const read = this.account.read();
    if (read.status !== 'read') return [];
    const { settings, userId } = read.account;
    const ofThis = this.unlinking.receipts().filter(({ kept }) => kept.userId === userId);

    return [...historyOf(settings), ...ofThis.map(historyEntryOf)];
  });
  protected readonly linkedAt = computed(() => linkedAtOf(this.history()));

  /** Whether there is one method alone, and was no other when the person signed in: the tenant does not say with which. */
  protected readonly isSignedInWith = computed(() => {
    const read = this.account.read();
    if (read.status !== 'read' || read.account.identities.length !== 1) return false;
    const { authenticatedAtMs } = read;

    return !this.history().some(
      ({ what, atMs }) => what === 'unlink' && atMs >= (authenticatedAtMs ?? 0),
    );
  });

  protected readonly labelOf = labelOf;

  /** The name of the method that has just been unlinked. */
  protected readonly unlinkedName = computed(() => {
    const progress = this.unlinking.progress();
    if (progress.phase !== 'done') return undefined;
    const { account, identity } = progress.plan;

    return `${providerLabel(this.account.connections, identity)} ${labelOfIdentity(account, identity)}`;
  });

  /** Whether no link is on its way, so that it can be said what is not linked. */
  protected readonly isSettled = computed(() => isSettled(this.unfinished.link()));

  constructor() {
    const page = inject(Injector);
    inject(HistoryStore);
    this.account.open(page);
    this.unfinished.open(page);
  }

  /** Shows what an unlink would do. What was said of saved values is over then: one message at a time. */
  protected reviewUnlink(account: Account, identity: Identity): void {
    if (!this.setAside.isBusy()) this.setAside.dismiss();
    this.unlinking.review(account, identity);
  }

  /** Sends what was agreed to, if that is still what is asked. */
  protected unlink(agreed: UnlinkPlan): void {
    const progress = this.unlinking.progress();
    if (progress.phase === 'reviewing' && progress.plan === agreed) this.unlinking.unlink(agreed);
  }

  protected decline(): void {
    this.suggestions.decline();
    // The pressed button is gone then, and the focus must not go with it.
    this.title()?.nativeElement.focus();
  }

  /** Goes where the other account can be proven again. */
  protected async continueLink({ connection }: Journal): Promise<void> {
    await this.#router.navigate(['/account/link', connection]);
  }
}
