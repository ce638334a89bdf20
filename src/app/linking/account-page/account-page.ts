import { Component, computed, inject, Injector, viewChild, type ElementRef } from '@angular/core';
import { Router } from '@angular/router';

import { labelOf } from '../../identity/account';
import { providerLabel, type Connection } from '../../identity/connection';
import { subjectOf } from '../../identity/identity';
import type { Journal } from '../../identity/link/journal';
import { historyEntryOf } from '../../identity/link/receipt';
import type { UnlinkPlan } from '../../identity/link/unlink-plan';
import { historyOf, linkedAtOf, signedInWith } from '../../identity/settings/link-history';
import { archiveKey } from '../../identity/settings/reserved-settings';
import type { SetAsideProgress } from '../../identity/settings/set-aside';
import { archiveOf, connectionsOf } from '../../identity/settings/settings-archive';
import { AccountHead } from '../account/account-head';
import { AccountSkeleton } from '../account/account-skeleton';
import { AddMethod } from '../account/add-method';
import { ConfirmPrimary } from '../account/confirm-primary';
import { IdentityList } from '../account/identity-list';
import { SignedInAccountStore } from '../account/signed-in-account-store';
import { FailureNotice } from '../notices/failure-notice';
import { HelpButton } from '../notices/help/help-button';
import { MessagePlace } from '../notices/message-place';
import { PortalPart } from '../notices/portal-part';
import { TakenSession } from '../notices/taken-session';
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
import { UnlinkNotice } from '../unlink/unlink-notice';
import { UnlinkStore } from '../unlink/unlink-store';
import { ALLOWED_HERE } from './allowed-here';
import { newestOf } from './newest-message';
import { PressedMethodStore } from './pressed-method-store';
import { PAGE_PATH } from '../ui/links/page-path';

/** `/account`: the sign-in methods of the account, and what can be done with them. */
@Component({
  selector: 'app-account-page',
  imports: [
    AccountHead,
    AccountSkeleton,
    AddMethod,
    ConfirmPrimary,
    FailureNotice,
    HelpButton,
    IdentityList,
    MessagePlace,
    NewAccount,
    PortalPart,
    TakenSession,
    ReceiptHistory,
    SetAside,
    SetAsideNotice,
    Suggested,
    UnfinishedLink,
    UnlinkDialog,
    UnlinkNotice,
  ],
  providers: [HistoryStore, PressedMethodStore, SetAsideStore, SuggestionsStore, UnlinkStore],
  templateUrl: './account-page.html',
  styleUrl: './account-page.scss',
})
export class AccountPage {
  readonly #router = inject(Router);
  readonly #pagePath = inject(PAGE_PATH);
  protected readonly account = inject(SignedInAccountStore);
  protected readonly unfinished = inject(UnfinishedLinkStore);
  protected readonly unlinking = inject(UnlinkStore);
  protected readonly method = inject(PressedMethodStore);
  protected readonly setAside = inject(SetAsideStore);
  protected readonly suggestions = inject(SuggestionsStore);
  readonly #allowed = inject(ALLOWED_HERE);
  protected readonly isReadonly = this.#allowed.isReadonly;
  private readonly title = viewChild<ElementRef<HTMLElement>>('title');

  /** What a link has set aside, as it stands in the account's settings. */
  private readonly storedArchive = computed(() => {
    const read = this.account.read();

    return read.status === 'read' ? read.account.settings.get(archiveKey) : undefined;
  });
  protected readonly archive = computed(() => archiveOf(this.storedArchive()));
  protected readonly linkedBy = computed(() => connectionsOf(this.storedArchive()));

  /** What may be added here. */
  protected readonly offered = computed(() => this.#mayAdd(this.account.connections));
  /** Nothing is suggested to somebody who may only look. */
  protected readonly suggested = computed(() =>
    this.isReadonly() ? [] : this.#mayAdd(this.suggestions.suggested()),
  );
  protected readonly madeFor = computed(() =>
    this.isReadonly() ? undefined : this.suggestions.madeFor(),
  );

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
  protected readonly linkedAtMs = computed(() => linkedAtOf(this.history()));

  /** The method that the person has signed in with, where that is known. */
  protected readonly signedInWith = computed(() => {
    const read = this.account.read();
    if (read.status !== 'read') return undefined;

    return signedInWith(
      read.account.identities.map(subjectOf),
      this.history(),
      read.authenticatedAtMs,
    );
  });

  /** What the account is of that the person has signed in to since they were asked to. */
  protected readonly askedProvider = computed(() => {
    const connection = this.account.sessionAskedWith();

    return connection === undefined
      ? ''
      : providerLabel(this.account.connections, { provider: connection, connection });
  });

  protected readonly labelOf = labelOf;

  /** Whether no link is on its way, so that it can be said what is not linked. */
  protected readonly isSettled = computed(() => isSettled(this.unfinished.link()));

  /** What there is to say now, by whom. A link is known by how it stands: it is read again and again. */
  private readonly said = computed(() => {
    const [unlink, saved] = [this.unlinking.progress(), this.setAside.progress()];
    const [session, { status: link }] = [this.account.confirmation(), this.unfinished.link()];

    return {
      unlink: unlink.phase === 'idle' ? undefined : unlink,
      saved: isSilent(saved) ? undefined : saved,
      session: session.status === 'none' ? undefined : session,
      link: link === 'none' ? undefined : link,
    };
  });
  private readonly newest = newestOf(this.said);

  /** What answers the last thing that the person has done here; how a link stands may change by itself. */
  protected readonly answer = computed(() => {
    const newest = this.newest();

    return newest === undefined || newest === 'link' ? undefined : this.said()[newest];
  });

  /** Which messages are shown: the newest, and whatever is still under way or to be decided. */
  protected readonly shows = computed(() => {
    const [said, newest] = [this.said(), this.newest()];
    const phase = this.unlinking.phase();
    const isCopying = said.saved !== undefined && this.setAside.isBusy();

    return {
      unlink:
        phase === 'sending' ||
        phase === 'unknown' ||
        (newest === 'unlink' && (phase === 'done' || phase === 'failed')),
      saved: isCopying || (newest === 'saved' && said.saved !== undefined),
      link: said.link !== undefined && (newest === 'link' || !this.isSettled()),
      // While a sign-in is open nobody knows yet whose session it will be.
      session: !isCopying && this.isSettled() && phase !== 'confirmingPrimary',
    };
  });

  constructor() {
    const page = inject(Injector);
    inject(HistoryStore);
    this.account.open(page);
    this.unfinished.open(page);
  }

  #mayAdd(connections: readonly Connection[]): readonly Connection[] {
    const names = this.#allowed.connections();

    return connections.filter(({ name }) => names?.includes(name) !== false);
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
    await this.#router.navigate([this.#pagePath('/account/link'), connection]);
  }
}

/** Whether nothing is said of it yet: what is done in a moment tells when it is done. */
const isSilent = ({ status }: SetAsideProgress): boolean =>
  status === 'none' || status === 'using' || status === 'removing';
