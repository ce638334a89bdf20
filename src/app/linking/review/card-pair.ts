import { Component, input } from '@angular/core';

import type { Account } from '../../identity/account';
import type { Connection } from '../../identity/connection';
import { Afresh } from '../../page-translation/afresh';
import { AccountCard } from '../ui/account-card';
import { ProviderMark } from '../ui/provider-mark';

/** The product's picture, with real accounts in it: the kept one, and the absorbed one. */
@Component({
  selector: 'app-card-pair',
  imports: [AccountCard, Afresh, ProviderMark],
  templateUrl: './card-pair.html',
  styleUrl: './card-pair.scss',
})
export class CardPair {
  readonly kept = input.required<Account>();
  /** The absorbed account, or the connection it will come from while it is not known yet. */
  readonly absorbed = input.required<
    | { readonly known: true; readonly account: Account }
    | { readonly known: false; readonly connection: Connection }
  >();
  readonly connections = input.required<readonly Connection[]>();
}
