import { Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';

import { Afresh } from '../../page-translation/afresh';
import type { FailureCode } from '../../identity/failure';
import { listWords } from '../../identity/text/list-words';
import type { Leftovers } from './judge/leftovers';

/** What drills have left in the account of whoever is signed in, and the way to be rid of it. */
@Component({
  selector: 'app-drill-leftovers',
  imports: [Afresh, MatButton],
  templateUrl: './drill-leftovers.html',
  styleUrl: './drill-leftovers.scss',
})
export class DrillLeftovers {
  readonly leftovers = input.required<Exclude<Leftovers, { status: 'none' }>>();
  readonly isBusy = input.required<boolean>();
  readonly remove = output();

  protected readonly problemWords = problemWords;
  protected readonly names = computed(() => listWords(this.leftovers().names));
}

/** Says why what a drill has left is still there, and what helps. */
function problemWords(problem: FailureCode): string {
  switch (problem) {
    case 'unfinished-link':
      return $localize`A link of this account is unfinished. Finish or cancel it on the account page first, then come back.`;
    case 'other-tab':
      return $localize`Another tab is writing to this account. Wait until it is done, then try again.`;
    case 'signed-out':
      return $localize`You are not signed in any more. Sign in, then come back.`;
    default:
      return $localize`It could not be removed (${problem}:code:). Try again.`;
  }
}
