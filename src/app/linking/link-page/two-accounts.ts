import { Component, computed, input } from '@angular/core';
import { Plus, X } from 'lucide';

import type { Account } from '../../identity/account';
import type { Connection } from '../../identity/connection';
import { Afresh } from '../../page-translation/afresh';
import { AccountCard } from '../ui/accounts/account-card';
import { Icon } from '../ui/icon';
import { firstProofWords, secondProofWords } from '../ui/proof-words';
import { ProviderMark } from '../ui/provider-mark';

/** The two accounts of a link, which stay in their places in all that happens between the sign-in and the end. */
@Component({
  selector: 'app-two-accounts',
  imports: [AccountCard, Afresh, Icon, ProviderMark],
  templateUrl: './two-accounts.html',
  styleUrl: './two-accounts.scss',
  host: { '[class.swapped]': 'isSwapped()' },
})
export class TwoAccounts {
  /** The account the person is signed in with; `undefined` while it is being read. */
  readonly first = input.required<Account | undefined>();
  /** The account that was proven second, once it has been read. */
  readonly second = input<Account | undefined>();
  /** Where the second account comes from. */
  readonly connection = input.required<Connection>();
  readonly connections = input.required<readonly Connection[]>();
  /** What is between them: they wait for one another, are being linked, or stay apart. */
  readonly tie = input.required<'waiting' | 'linking' | 'apart'>();
  /** Whether the second account is the one that is kept. */
  readonly isSwapped = input(false);
  /** Whether somebody has signed in to the second one, which is not known yet. */
  readonly isProven = input(false);

  protected readonly plus = Plus;
  protected readonly cross = X;
  protected readonly whyFirst = firstProofWords();
  protected readonly whySecond = computed(() =>
    secondProofWords(this.second(), this.connections()),
  );
}
