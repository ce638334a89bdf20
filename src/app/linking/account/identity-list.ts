import { Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Info } from 'lucide';

import type { Account } from '../../identity/account';
import type { Connection } from '../../identity/connection';
import type { Identity } from '../../identity/identity';
import { canUnlink } from '../../identity/link/unlink-plan';
import { signInMethods } from '../../identity/sign-in-method';
import { Afresh } from '../../page-translation/afresh';
import { Icon } from '../ui/icon';
import { Mail } from '../ui/mail';
import { ProviderMark } from '../ui/provider-mark';

/** The sign-in methods of an account, the account's own first. */
@Component({
  selector: 'app-identity-list',
  imports: [Afresh, Icon, Mail, MatButton, ProviderMark],
  templateUrl: './identity-list.html',
  styleUrl: './identity-list.scss',
})
export class IdentityList {
  readonly account = input.required<Account>();
  readonly connections = input.required<readonly Connection[]>();
  readonly allowUnlink = input.required<boolean>();
  readonly unlink = output<Identity>();

  protected readonly info = Info;

  protected readonly items = computed(() => {
    const account = this.account();

    return signInMethods(account, this.connections()).map((method) => ({
      ...method,
      canUnlink: this.allowUnlink() && canUnlink(account, method.identity),
      unlinkName: $localize`Unlink ${method.provider}:provider: ${method.label}:account:`,
    }));
  });
}
