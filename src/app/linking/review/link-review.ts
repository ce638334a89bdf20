import {
  afterNextRender,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  untracked,
  viewChild,
  type ElementRef,
} from '@angular/core';

import type { Connection } from '../../identity/connection';
import type { Direction } from '../../identity/link/link-direction';
import { inOrder, type LinkPlan } from '../../identity/link/link-plan';
import type { Decision } from '../../identity/settings/settings-comparison';
import { Afresh } from '../../page-translation/afresh';
import { ShownAgain } from '../../page-translation/shown-again';
import { ShownPart } from '../../page-translation/shown-part';
import { FailureNotice } from '../notices/failure-notice';
import { HelpButton } from '../notices/help/help-button';
import { ProofCountdown } from '../secondary-sign-in/proof-countdown';
import { accountNames } from '../ui/accounts/account-names';
import { addedBy } from '../ui/message-account';
import { PageStep } from '../ui/page-step';
import { tickingClock } from '../ui/ticking-clock';
import { BothAreMine } from './both-are-mine';
import { mustStayWords } from './direction-words';
import { LinkFacts } from './link-facts';
import { LinkPicture } from './link-picture';
import { LookAlikes } from './look-alikes';
import { blockerWords, warningWords } from './plan-words';
import { ReviewActions } from './review-actions';

/** Shows what a link will do, before it is done, and has the person decide what is theirs to decide. */
@Component({
  selector: 'app-link-review',
  imports: [
    Afresh,
    BothAreMine,
    FailureNotice,
    HelpButton,
    LinkFacts,
    LinkPicture,
    LookAlikes,
    PageStep,
    ProofCountdown,
    ReviewActions,
    ShownAgain,
  ],
  templateUrl: './link-review.html',
  styleUrl: './link-review.scss',
  hostDirectives: [ShownPart],
})
export class LinkReview {
  protected readonly part = inject(ShownPart);
  readonly #now = tickingClock();

  readonly plan = input.required<LinkPlan>();
  readonly connections = input.required<readonly Connection[]>();
  /** Whether the link is on its way, so that nothing can be chosen any more. */
  readonly sending = input.required<boolean>();
  /** When the second sign-in expires, by this device's clock, in milliseconds since 1970. */
  readonly expiresAtMs = input.required<number | undefined>();
  /** Whether an account has changed since the person looked, so that they have to look again. */
  readonly isRevised = input.required<boolean>();
  /** Whether the person has agreed to it before, and comes back to it: then they have seen and said everything. */
  readonly wasAgreed = input(false);
  /** Why the portal refuses what was agreed to, in its own words. */
  readonly refusal = input<string>();
  /** The plan that is shown and agreed to. */
  readonly confirmed = output<LinkPlan>();
  readonly useAnother = output();
  readonly dismissed = output();
  readonly directionChosen = output<Direction>();
  readonly decided = output<{ readonly key: string; readonly decision: Decision }>();

  private readonly facts = viewChild(LinkFacts);
  private readonly bothAreMine = viewChild(BothAreMine);
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');

  protected readonly order = computed(() => inOrder(this.plan()));
  protected readonly names = computed(() => accountNames(this.plan(), this.connections()));
  /** What is added to the account in use, where that is all the link does. */
  protected readonly adds = computed(() => addedBy(this.plan()));
  protected readonly mustStay = computed(() => mustStayWords(this.plan(), this.names()));
  protected readonly warnings = computed(() =>
    this.plan().warnings.map((warning) => ({
      kind: warning.kind,
      // Nothing speaks against the account being the one that was meant.
      isDoubt: warning.kind !== 'unlinkedBefore' && !('madeFor' in warning),
      words: warningWords(warning, this.names()),
    })),
  );
  protected readonly blockers = computed(() => this.plan().blockers.map(blockerWords));
  /** What stands in the way, for those who do not read the words: each kind once. */
  protected readonly blockerKinds = computed(() =>
    [...new Set(this.plan().blockers.map(({ kind }) => kind))].join(' '),
  );
  protected readonly left = computed(() => (this.expiresAtMs() ?? Infinity) - this.#now());
  protected readonly isExpired = computed(() => this.left() <= 0);

  /** Whether the person has said that two accounts of different names are both theirs. */
  protected readonly areBothMine = linkedSignal(() => untracked(this.wasAgreed));
  /** What is lost is another thing when the other account stays, and has to be seen then. */
  protected readonly hasSeenLosses = linkedSignal<Direction, boolean>({
    source: () => this.plan().direction,
    computation: (_, before) => before === undefined && untracked(this.wasAgreed),
  });
  protected readonly mayAgree = computed(
    () => this.hasSeenLosses() && (this.areBothMine() || this.plan().doubt === undefined),
  );

  constructor() {
    // The review replaces what had the focus; without this a screen reader would be left nowhere.
    afterNextRender(() => this.heading().nativeElement.focus());
  }

  /** Shows what somebody has to look at, or to tick, before they can agree. */
  protected showMissed(): void {
    if (this.hasSeenLosses()) this.bothAreMine()?.showBox();
    else this.facts()?.showLosses();
  }

  protected confirm(): void {
    if (this.mayAgree()) this.part.decide(() => this.confirmed.emit(this.plan()));
  }
}
