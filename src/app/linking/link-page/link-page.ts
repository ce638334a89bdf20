import {
  afterRenderEffect,
  Component,
  computed,
  effect,
  inject,
  Injector,
  input,
  untracked,
  viewChild,
  type ElementRef,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { ActivatedRoute, Router } from '@angular/router';

import type { Account } from '../../identity/account';
import { connectionKind } from '../../identity/connection-kinds';
import { connectionsFor } from '../../identity/connection';
import { isWindowFailure, type FailureCode } from '../../identity/failure';
import type { Journal } from '../../identity/link/journal';
import type { LinkPlan } from '../../identity/link/link-plan';
import type { UnfinishedLink as UnfinishedState } from '../../identity/link/unfinished-link';
import { addressWithOutcome, hostOf } from '../../identity/sign-in/link-return';
import { Afresh } from '../../page-translation/afresh';
import { ConfirmPrimary } from '../account/confirm-primary';
import { SignedInAccountStore } from '../account/signed-in-account-store';
import { FailureNotice } from '../notices/failure-notice';
import { failureWords } from '../notices/failure-words';
import { ProgressNotice } from '../notices/progress-notice';
import { UnknownNotice } from '../notices/unknown-notice';
import { PortalPart } from '../notices/portal-part';
import { LinkReceipt } from '../receipt/link-receipt';
import { LinkPicture } from '../review/link-picture';
import { LinkReview } from '../review/link-review';
import { MessageForm } from '../secondary-sign-in/message-form';
import { SignInIntro } from '../secondary-sign-in/sign-in-intro';
import { WindowWait } from '../secondary-sign-in/window-wait';
import { FullPageButton } from '../ui/full-page-button';
import { PageStep } from '../ui/page-step';
import { UnfinishedLink } from '../unfinished-link/unfinished-link';
import { UnfinishedLinkStore } from '../unfinished-link/unfinished-link-store';
import { isSettled } from '../unfinished-link/unfinished-state';
import { heldWhileJoining } from './held-while-joining';
import { Joining } from './joining';
import { LeaveLink, STAYS_HERE } from '../ui/links/leave-link';
import { LinkReturnStore } from '../store/link-return';
import { Outcomes } from '../store/outcomes';
import { LinkSteps } from './link-steps';
import { accountsOf, becomesOne, isSwapped, stageOf } from './store/link-stage';
import { phaseOf, type RecordedLink } from './store/linking-state';
import { LinkingStore } from './store/linking-store';
import { TwoAccounts } from './two-accounts';
import { PAGE_PATH } from '../ui/links/page-path';

/** `/account/link/{connection}`: from one account to two that have become one. */
@Component({
  selector: 'app-link-page',
  imports: [
    Afresh,
    ConfirmPrimary,
    FailureNotice,
    FullPageButton,
    Joining,
    LinkPicture,
    LinkReceipt,
    LinkReview,
    LinkSteps,
    LeaveLink,
    MatButton,
    MessageForm,
    PageStep,
    PortalPart,
    SignInIntro,
    TwoAccounts,
    UnfinishedLink,
    UnknownNotice,
    ProgressNotice,
    WindowWait,
  ],
  providers: [LinkingStore],
  templateUrl: './link-page.html',
  styleUrl: './link-page.scss',
  host: { '[attr.data-phase]': 'phase()' },
})
export class LinkPage {
  readonly #router = inject(Router);
  readonly #pagePath = inject(PAGE_PATH);
  readonly #outcomes = inject(Outcomes);
  readonly #staysHere = inject(STAYS_HERE);
  protected readonly account = inject(SignedInAccountStore);
  protected readonly unfinished = inject(UnfinishedLinkStore);
  protected readonly store = inject(LinkingStore);
  protected readonly returns = inject(LinkReturnStore);
  protected readonly backTo = computed(() => hostOf(this.returns.back()));

  /** The connection's name; where none is given, it is in the address. */
  readonly connection = input<string>();
  readonly #route = inject(ActivatedRoute);
  readonly #parameters = toSignal(this.#route.paramMap, { requireSync: true });
  readonly #query = toSignal(this.#route.queryParamMap, { requireSync: true });
  readonly #name = computed(() => this.connection() ?? this.#parameters().get('connection') ?? '');

  protected readonly chosen = computed(() =>
    this.account.connections.find(({ name }) => name === this.#name()),
  );

  /** What is to be added, where that is a number or an address and to people no account. */
  protected readonly messageTo = computed(
    () => connectionKind(this.chosen()?.strategy ?? '').messageTo,
  );

  /** Where the link stands; when it is done, the two accounts are held until they can be seen to become one. */
  protected readonly progress = heldWhileJoining(
    computed(() => this.store.progress()),
    becomesOne,
  );
  protected readonly phase = computed(() => phaseOf(this.progress(), this.account.mustConfirm()));

  /** How the page is headed and what is between the two accounts, by where the link stands. */
  private readonly stage = computed(() => stageOf(this.phase(), this.progress()));
  protected readonly heading = computed(() => {
    const { heading } = this.stage();

    // A phone number is nothing to sign in to.
    return heading === 'link' || heading === 'signIn' ? (this.messageTo() ?? heading) : heading;
  });
  protected readonly step = computed(() => this.stage().step);
  protected readonly tie = computed(() => this.stage().tie);
  protected readonly shownAccounts = computed(() =>
    accountsOf(this.progress(), this.account.read()),
  );
  protected readonly isSwapped = computed(() => isSwapped(this.progress()));
  private readonly title = viewChild<ElementRef<HTMLElement>>('title');

  /** What the person will see of the second sign-in, unless they choose otherwise. */
  protected readonly way = computed(() => {
    const connection = this.chosen();

    return connection && this.store.wayOf(connection);
  });

  /** Whether what was chosen in a review of this method is kept, so that a sign-in leads back to it. */
  protected readonly hasKeptChoices = computed(() => {
    const subject = this.store.keptFor?.();

    return (
      subject !== undefined &&
      connectionsFor(this.account.connections, subject).some(({ name }) => name === this.#name())
    );
  });

  /** Whether somebody has proven the second account, which only this page knows. */
  private readonly isSecondProven = computed(
    // A page that was left to prove it may have to wait, in its first phase, for the first person.
    () => this.store.progress().phase !== 'idle' || this.account.isConfirmationRequired(),
  );

  /** What the person has to do again after a confirmation on the full page. */
  protected readonly afterFullPage = computed(() => {
    const connection = this.chosen();

    if (connection === undefined || !this.isSecondProven()) return '';
    switch (this.messageTo()) {
      case 'phone':
        return $localize`Then enter your phone number once more; what you chose is kept.`;
      case 'email':
        return $localize`Then enter your email address once more; what you chose is kept.`;
      default:
        return $localize`Then sign in to ${connection.label} once more; what you chose is kept.`;
    }
  });

  constructor() {
    const page = inject(Injector);
    this.account.open(page);
    this.unfinished.open(page);
    this.store.resume(this.chosen);
    this.store.goOnPressed(this.chosen);
    this.store.goOnConfirmed(this.chosen);
    this.store.goOnOnline(this.chosen);
    // The address of somebody else's page says nothing of where a link leads back to.
    if (!this.#staysHere) effect(() => this.#takeUpReturn());
    let before = this.stage().heading;
    afterRenderEffect(() => {
      const { heading } = this.stage();
      // What had the focus is gone with the phase before; a page that has just arrived has its focus already.
      if (heading !== undefined && heading !== before) untracked(this.title)?.nativeElement.focus();
      before = heading;
    });
  }

  protected readonly isWindowFailure = isWindowFailure;
  /** Whether nothing on this page helps, so that there is nothing to cancel either. */
  protected readonly isFinal = (code: FailureCode): boolean =>
    failureWords(code).remedy === 'leave' && !isWindowFailure(code);
  protected readonly isSettled = isSettled;

  /** Sends what was agreed to, if that is still what the store would send. */
  protected link(agreed: LinkPlan): void {
    const progress = this.store.progress();
    if (progress.phase === 'reviewing' && progress.plan === agreed) this.store.link(progress);
  }

  /** Goes on with what was left unfinished: at once if the other account is still proven, else by proving it. */
  protected async continueLink(
    journal: Journal,
    primary: Account,
    agreed: Pick<RecordedLink, 'review' | 'isUnseen'> = {},
  ): Promise<void> {
    const connection = this.chosen();
    if (this.store.canContinue(journal, agreed.review)) {
      this.store.continueLink({ journal, primary, ...agreed });
    } else if (connection?.name === journal.connection) {
      this.store.signIn({ connection });
    } else {
      await this.#router.navigate([this.#pagePath('/account/link'), journal.connection]);
    }
  }

  /** What is shown of a link that stands still on this page; who else is at work on it, the account has told. */
  protected standingStill({ journal }: RecordedLink, code: FailureCode): UnfinishedState {
    const shown = this.unfinished.link();
    const isBusy = shown.status === 'open' && shown.journal.id === journal.id;

    return isBusy ? { ...shown, code } : { status: 'open', journal, code };
  }

  /** Goes on with a link that stands still on this page. */
  protected async continueFromHere({ journal, ...agreed }: RecordedLink): Promise<void> {
    const read = this.account.read();
    const primary = read.status === 'read' ? read.account : agreed.review?.plan.kept;
    if (primary !== undefined) await this.continueLink(journal, primary, agreed);
  }

  /** Lets go of the second account, so that it is not held for whoever comes back, and leads to the sign-in methods. */
  protected async cancel(): Promise<void> {
    this.store.restart();
    await this.leave();
  }

  protected async leave(): Promise<void> {
    this.gaveUp();
    const back = this.returns.back();
    if (this.#staysHere) return;
    if (back === undefined) await this.#router.navigateByUrl(this.#pagePath('/account'));
    else window.location.assign(addressWithOutcome(back, { ligature: 'cancelled' }));
  }

  /** The person leaves without a link; a page that stays begins again. */
  protected gaveUp(): void {
    if (this.#staysHere) this.store.restart();
    this.#outcomes.tell({ kind: 'cancelled' });
  }

  #takeUpReturn(): void {
    const query = this.#query();
    const pairs = query.keys.flatMap((name) => query.getAll(name).map((value) => [name, value]));
    const name = this.#name();
    untracked(() => this.returns.enter(name, new URLSearchParams(pairs)));
  }

  protected signInAgain(): void {
    this.account.signInAgain(this.#address());
  }

  protected leaveToConfirm(): void {
    this.account.leaveToConfirm(this.#address());
  }

  #address(): string {
    return `/account/link/${encodeURIComponent(this.#name())}`;
  }
}
