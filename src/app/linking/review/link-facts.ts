import {
  Component,
  computed,
  ElementRef,
  input,
  linkedSignal,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { CircleCheck, CircleMinus, LogIn, SlidersHorizontal } from 'lucide';

import type { Connection } from '../../identity/connection';
import type { Direction } from '../../identity/link/link-direction';
import type { LinkPlan } from '../../identity/link/link-plan';
import type { Decision } from '../../identity/settings/settings-comparison';
import { signInMethods } from '../../identity/sign-in-method';
import { listWords } from '../../identity/text/list-words';
import { Afresh } from '../../page-translation/afresh';
import { mustBeLookedAt, settingsSummary } from '../settings/settings-summary';
import { SettingsTable } from '../settings/settings-table';
import { accountNames } from '../ui/accounts/account-names';
import { Icon } from '../ui/icon';
import { losesNothing } from '../ui/message-account';
import { bringIntoSight } from '../ui/bring-into-sight';
import { DirectionChoice } from './direction-choice';
import { LinkDetails } from './link-details';
import { PlanLists } from './plan-lists';
import { lossesInShort } from './plan-words';
import { SeenOnPhone } from './seen-on-phone';

/** What a link does, in three lines: how to sign in, what becomes of the settings, what is lost; the rest is folded away. */
@Component({
  selector: 'app-link-facts',
  imports: [
    Afresh,
    DirectionChoice,
    Icon,
    LinkDetails,
    MatButton,
    PlanLists,
    SeenOnPhone,
    SettingsTable,
  ],
  templateUrl: './link-facts.html',
  styleUrl: './link-facts.scss',
  host: { class: 'card' },
})
export class LinkFacts {
  readonly plan = input.required<LinkPlan>();
  readonly connections = input.required<readonly Connection[]>();
  readonly disabled = input.required<boolean>();
  readonly directionChosen = output<Direction>();
  readonly decided = output<{ readonly key: string; readonly decision: Decision }>();
  /** The person has had what is lost in front of them. */
  readonly lossesSeen = output();

  private readonly losing = viewChild.required<unknown, ElementRef<HTMLElement>>('losing', {
    read: ElementRef,
  });

  protected readonly icons = {
    signIn: LogIn,
    settings: SlidersHorizontal,
    losses: CircleMinus,
    noLosses: CircleCheck,
  };
  protected readonly methods = computed(() => [
    ...new Set(
      [this.plan().kept, this.plan().absorbed]
        .flatMap((account) => signInMethods(account, this.connections()))
        .map(({ provider }) => provider),
    ),
  ]);
  protected readonly methodNames = computed(() => listWords(this.methods()));
  protected readonly summary = computed(() =>
    settingsSummary(this.plan(), { isOpen: this.areSettingsOpen() }),
  );
  protected readonly names = computed(() => accountNames(this.plan(), this.connections()));
  /** Whether there is no account yet that could be lost. */
  protected readonly losesNothing = computed(() => losesNothing(this.plan()));
  protected readonly losses = computed(() => lossesInShort(this.plan().losses));
  /** Whether the settings are small enough to be set side by side. */
  protected readonly isCompared = computed(() =>
    this.plan().blockers.every(({ kind }) => kind !== 'limit'),
  );
  readonly #mustBeLookedAt = computed(() => mustBeLookedAt(this.plan()));
  /** Where nothing is combined and nothing has to be looked at, there is nothing to change. */
  protected readonly mayChange = computed(() => !this.losesNothing() || this.#mustBeLookedAt());
  /** It opens by itself where a person has to look, and stays as they leave it. */
  protected readonly areSettingsOpen = linkedSignal<boolean, boolean>({
    source: this.#mustBeLookedAt,
    computation: (isNeeded, before) => isNeeded || (before?.value ?? false),
  });
  protected readonly areLossesOpen = signal(false);

  /** Brings what is lost into the middle of the window, with the focus. */
  showLosses(): void {
    bringIntoSight(this.losing().nativeElement);
  }
}
