import { Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';

import { labelOfIdentity, type Account } from '../../identity/account';
import { providerLabel, type Connection } from '../../identity/connection';
import { subjectOf, type Identity } from '../../identity/identity';
import { canUnlink } from '../../identity/unlink-plan';
import { ProviderMark } from '../provider-mark/provider-mark';

/** The sign-in methods of an account, the account's own first. */
@Component({
  selector: 'app-identity-list',
  imports: [MatButton, ProviderMark],
  templateUrl: './identity-list.html',
  styleUrl: './identity-list.scss',
})
export class IdentityList {
  readonly account = input.required<Account>();
  readonly connections = input.required<readonly Connection[]>();
  readonly allowUnlink = input.required<boolean>();
  readonly unlinkAsked = output<Identity>();

  protected readonly items = computed(() => {
    const account = this.account();

    return account.identities.map((identity, index) => {
      const provider = providerLabel(this.connections(), identity);
      const label = labelOfIdentity(account, identity);

      return {
        key: subjectOf(identity),
        identity,
        provider,
        label,
        isPrimary: index === 0,
        canUnlink: this.allowUnlink() && canUnlink(account, identity),
        unlinkName: $localize`Unlink ${provider}:provider: ${label}:account:`,
      };
    });
  });
}
