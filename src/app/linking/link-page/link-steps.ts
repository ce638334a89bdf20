import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatProgressBar } from '@angular/material/progress-bar';
import { Check, RotateCw } from 'lucide';

import { Afresh } from '../../page-translation/afresh';
import { BUSY_PAUSE, busySeconds } from '../notices/busy-pause';
import { WaitNotes } from '../notices/wait-notes';
import { Icon } from '../ui/icon';
import type { MessageTo } from '../ui/message-account';
import { tickingClock } from '../ui/ticking-clock';

const phases = ['preparing', 'sending', 'closing'] as const;

/** The steps of a link that is on its way: what is done, what is being done, and what is still to come. */
@Component({
  selector: 'app-link-steps',
  imports: [Afresh, Icon, MatButton, MatProgressBar, WaitNotes],
  templateUrl: './link-steps.html',
  styleUrl: './link-steps.scss',
  host: { class: 'card', '[class.busy]': 'seconds() > 0' },
})
export class LinkSteps {
  readonly #pause = inject(BUSY_PAUSE);

  readonly phase = input.required<(typeof phases)[number]>();
  /** What the second account is called. */
  readonly label = input.required<string>();

  /** What is added, where that is a number or an address and to people no account. */
  readonly messageTo = input<MessageTo>();

  protected readonly check = Check;
  protected readonly again = RotateCw;
  readonly #now = computed(() => phases.indexOf(this.phase()));
  /** How far the bar is: each step has a third of it, and begins a little before its end. */
  protected readonly percent = computed(() => 20 + this.#now() * 33);

  readonly #words = computed(() => {
    const messageTo = this.messageTo();

    return messageTo === undefined ? linkingWords(this.label()) : addingWords(messageTo);
  });

  /** How long a busy tenant is left alone for. */
  protected readonly seconds = busySeconds(tickingClock());
  /** Whether somebody wanted to go on before the tenant wants to be asked again, in this pause. */
  protected readonly isTooEarly = linkedSignal({
    source: this.#pause.untilMs,
    computation: () => false,
  });

  protected readonly steps = computed(() =>
    phases.map((phase, index) => ({
      phase,
      status: index < this.#now() ? 'done' : index === this.#now() ? 'now' : 'next',
      words: this.#words()[phase][Math.sign(index - this.#now()) + 1],
    })),
  );

  protected tryNow(): void {
    this.isTooEarly.set(!this.#pause.end());
  }
}

/** What each step is called once it is done, while it is being done, and before. */
type StepWords = Readonly<Record<(typeof phases)[number], readonly string[]>>;

const linkingWords = (label: string): StepWords => ({
  preparing: [$localize`Checked both accounts`, $localize`Checking both accounts`],
  sending: [
    $localize`Linked ${label}:label:`,
    $localize`Linking ${label}:label:`,
    $localize`Link ${label}:label:`,
  ],
  closing: ['', $localize`Finishing the link`, $localize`Finish the link`],
});

const addingWords = (messageTo: MessageTo): StepWords => ({
  preparing: [$localize`Checked your account`, $localize`Checking your account`],
  sending:
    messageTo === 'phone'
      ? [
          $localize`Added your phone number`,
          $localize`Adding your phone number`,
          $localize`Add your phone number`,
        ]
      : [
          $localize`Added your email address`,
          $localize`Adding your email address`,
          $localize`Add your email address`,
        ],
  closing: ['', $localize`Finishing`, $localize`Finish`],
});
