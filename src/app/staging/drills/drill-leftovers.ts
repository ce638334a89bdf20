import { Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';

import { Afresh } from '../../page-translation/afresh';
import type { Leftovers } from './judge/leftovers';
import { leftoversProblemWords } from './leftovers-words';

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

  protected readonly problemWords = leftoversProblemWords;
  protected readonly names = computed(() => this.leftovers().names.join(', '));
}
