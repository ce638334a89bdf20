import { Component, computed, input, output } from '@angular/core';
import { MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';

import { labelOf, type Account } from '../../identity/account';
import { providerLabel, type Connection } from '../../identity/connection';
import { personName } from '../../linking/ui/accounts/person-name';

/** Which account was chosen: one of those that are listed, or one that is pasted. */
export type AccountChoice =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'person'; readonly userId: string }
  | { readonly kind: 'pasted'; readonly text: string };

const pasting = 'paste';

/** Picks an account: somebody of the local tenant, or a profile that is pasted. */
@Component({
  selector: 'app-account-choice',
  imports: [MatFormField, MatHint, MatInput, MatLabel],
  templateUrl: './account-choice.html',
  styleUrl: './account-choice.scss',
})
export class AccountChoicePart {
  readonly part = input.required<'first' | 'second'>();
  readonly label = input.required<string>();
  readonly accounts = input.required<readonly Account[]>();
  readonly connections = input.required<readonly Connection[]>();
  readonly choice = input.required<AccountChoice>();
  /** Whether what was pasted is an account. */
  readonly isRead = input.required<boolean>();
  readonly chosen = output<AccountChoice>();

  protected readonly pasting = pasting;
  protected readonly options = computed(() =>
    this.accounts().map((account) => ({
      userId: account.userId,
      words: [
        ...new Set([
          // First, since a phone cuts off the end of a line.
          providerLabel(this.connections(), account.identities[0]),
          personName(account),
          labelOf(account),
        ]),
      ].join(' · '),
    })),
  );
  protected readonly selected = computed(() => {
    const choice = this.choice();
    switch (choice.kind) {
      case 'nobody':
        return '';
      case 'pasted':
        return pasting;
      case 'person':
        return choice.userId;
    }
  });
  protected readonly text = computed(() => {
    const choice = this.choice();

    return choice.kind === 'pasted' ? choice.text : undefined;
  });
  protected readonly isWrong = computed(() => !this.isRead() && (this.text() ?? '').trim() !== '');

  protected choose(value: string): void {
    if (value === '') this.chosen.emit({ kind: 'nobody' });
    else if (value === pasting) this.chosen.emit({ kind: 'pasted', text: '' });
    else this.chosen.emit({ kind: 'person', userId: value });
  }
}
