import { Component, computed, input } from '@angular/core';

import { labelOf, type Account } from '../../identity/account';
import type { Connection } from '../../identity/connection';
import { connectionKind } from '../../identity/connection-kinds';
import { signInMethods } from '../../identity/sign-in-method';
import { Afresh } from '../../page-translation/afresh';
import { AccountCard } from '../ui/accounts/account-card';
import { MergedCard, type MergedMethod } from '../ui/accounts/merged-card';
import { personName } from '../ui/accounts/person-name';
import { firstProofWords, secondProofWords } from '../ui/proof-words';
import { ProviderMark } from '../ui/provider-mark';

/** The product's picture, with real accounts in it: two that stay in their places, and the one that they become. */
@Component({
  selector: 'app-link-picture',
  imports: [AccountCard, Afresh, MergedCard, ProviderMark],
  templateUrl: './link-picture.html',
  styleUrl: './link-picture.scss',
  host: { '[class.doubtful]': 'isDoubtful()' },
})
export class LinkPicture {
  /** The account the person is signed in with. */
  readonly first = input.required<Account>();
  /** The account that was proven second, or the connection it will come from while it is not known yet. */
  readonly second = input.required<
    | { readonly known: true; readonly account: Account }
    | { readonly known: false; readonly connection: Connection }
  >();
  readonly connections = input.required<readonly Connection[]>();
  /** Whether the second account is the one that is kept. */
  readonly isSwapped = input(false);
  /** Whether the accounts look like those of two people. */
  readonly isDoubtful = input(false);

  /** What is entered next, where that is a number or an address and no account. */
  protected readonly awaitedMessageTo = computed(() => {
    const second = this.second();

    return second.known ? undefined : connectionKind(second.connection.strategy).messageTo;
  });

  protected readonly whyFirst = firstProofWords();
  protected readonly whySecond = computed(() => {
    const second = this.second();

    return secondProofWords(second.known ? second.account : undefined, this.connections());
  });

  /** The account that is kept, as it is after the link. */
  protected readonly merged = computed(() => {
    const [first, second] = [this.first(), this.second()];
    const proven = second.known ? second.account : undefined;
    const kept = (this.isSwapped() ? proven : undefined) ?? first;
    const joined = kept === first ? proven : first;
    const name = personName(kept);

    return {
      name,
      label: labelOf(kept),
      picture: kept.profile.picture,
      heard: $localize`After linking: ${name}:name:`,
      methods: [...this.#methodsOf(kept), ...(joined ? this.#methodsOf(joined) : this.#awaited())],
    };
  });

  #methodsOf(account: Account): readonly MergedMethod[] {
    return signInMethods(account, this.connections()).map(({ key, identity, provider, label }) => ({
      ...{ key, strategy: identity.provider, provider },
      account: label,
    }));
  }

  #awaited(): readonly MergedMethod[] {
    const second = this.second();
    if (second.known) return [];
    const { name, strategy, label } = second.connection;

    return [{ key: name, strategy, provider: label, account: '' }];
  }
}
