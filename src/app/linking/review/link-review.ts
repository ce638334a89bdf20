import {
  afterNextRender,
  Component,
  computed,
  inject,
  input,
  output,
  viewChild,
  type ElementRef,
} from '@angular/core';

import type { Connection } from '../../identity/connection';
import type { Direction } from '../../identity/link/link-direction';
import type { LinkPlan } from '../../identity/link/link-plan';
import type { Decision } from '../../identity/settings/settings-comparison';
import { Afresh } from '../../page-translation/afresh';
import { ShownAgain } from '../../page-translation/shown-again';
import { ShownPart } from '../../page-translation/shown-part';
import { SettingsTable } from '../settings/settings-table';
import { CardPair } from './card-pair';
import { DirectionChoice } from './direction-choice';
import { LinkDetails } from './link-details';
import { PlanLists } from './plan-lists';
import { blockerWords, warningWords } from './plan-words';
import { ReviewActions } from './review-actions';

/** Shows what a link will do, before it is done, and has the person decide what is theirs to decide. */
@Component({
  selector: 'app-link-review',
  imports: [
    Afresh,
    CardPair,
    DirectionChoice,
    LinkDetails,
    PlanLists,
    ReviewActions,
    SettingsTable,
    ShownAgain,
  ],
  templateUrl: './link-review.html',
  styleUrl: './link-review.scss',
  hostDirectives: [ShownPart],
})
export class LinkReview {
  protected readonly part = inject(ShownPart);

  readonly plan = input.required<LinkPlan>();
  readonly connections = input.required<readonly Connection[]>();
  /** Whether the link is on its way, so that nothing can be chosen any more. */
  readonly sending = input.required<boolean>();
  /** When the second sign-in expires, by this device's clock, in milliseconds since 1970. */
  readonly expiresAt = input.required<number | undefined>();
  /** Whether an account has changed since the person looked, so that they have to look again. */
  readonly isRevised = input.required<boolean>();
  /** The plan that is shown and agreed to. */
  readonly confirmed = output<LinkPlan>();
  readonly useAnother = output();
  readonly dismissed = output();
  readonly directionChosen = output<Direction>();
  readonly decided = output<{ readonly key: string; readonly decision: Decision }>();

  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');

  protected readonly warnings = computed(() => this.plan().warnings.map(warningWords));
  protected readonly blockers = computed(() => this.plan().blockers.map(blockerWords));
  /** What stands in the way, for those who do not read the words: each kind once. */
  protected readonly blockerKinds = computed(() =>
    [...new Set(this.plan().blockers.map(({ kind }) => kind))].join(' '),
  );
  /** Whether the settings are small enough to be set side by side. */
  protected readonly isCompared = computed(() =>
    this.plan().blockers.every(({ kind }) => kind !== 'limit'),
  );

  constructor() {
    // The review replaces what had the focus; without this a screen reader would be left nowhere.
    afterNextRender(() => this.heading().nativeElement.focus());
  }

  protected confirm(): void {
    this.part.decide(() => this.confirmed.emit(this.plan()));
  }
}
