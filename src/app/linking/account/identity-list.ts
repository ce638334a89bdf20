import { DatePipe } from '@angular/common';
import { Component, computed, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Info, Search } from 'lucide';

import type { Account } from '../../identity/account';
import type { Connection } from '../../identity/connection';
import { subjectOf, type Identity } from '../../identity/identity';
import { canUnlink } from '../../identity/link/unlink-plan';
import { signInMethod, type SignInMethod } from '../../identity/sign-in-method';
import { finding, searchable } from '../../identity/text/find-text';
import { Afresh } from '../../page-translation/afresh';
import { Icon } from '../ui/icon';
import { Mail } from '../ui/mail';
import { ProviderMark } from '../ui/provider-mark';
import { groupNames, inGroups, manyRows } from './connection-groups';
import { DrawnLists, isLong } from './long-list/drawn-lists';
import { RowsInSight } from './long-list/rows-in-sight';

/** The sign-in methods of an account, the account's own first; many of them are in groups, and can be searched. */
@Component({
  selector: 'app-identity-list',
  imports: [Afresh, DatePipe, Icon, Mail, MatButton, ProviderMark, RowsInSight],
  templateUrl: './identity-list.html',
  styleUrl: './identity-list.scss',
})
export class IdentityList {
  readonly account = input.required<Account>();
  readonly connections = input.required<readonly Connection[]>();
  readonly allowUnlink = input.required<boolean>();
  /** When methods were linked, by their `provider|id`, in milliseconds since 1970; what is not known is missing. */
  readonly linkedAtMs = input<ReadonlyMap<string, number>>(new Map());
  /** The `provider|id` of the method that the person has signed in with, where that is known. */
  readonly signedInWith = input<string | undefined>();
  readonly unlink = output<Identity>();

  protected readonly info = Info;
  protected readonly search = Search;
  protected readonly typed = signal('');
  /** Which rows of each group are drawn. */
  protected readonly lists = new DrawnLists();

  protected readonly items = computed(() => this.account().identities);
  protected readonly areMany = computed(() => this.items().length >= manyRows);
  /** What each is found by; nobody waits for that who does not search. */
  private readonly texts = computed(
    () => new Map(this.items().map((item) => [item, searchable(textOf(this.method(item)))])),
  );
  protected readonly found = computed((): readonly Identity[] => {
    if (!this.areMany() || this.typed().trim() === '') return this.items();
    const matches = finding(this.typed());

    return this.items().filter((item) => matches(this.texts().get(item) ?? ''));
  });
  private readonly sorted = computed(() => {
    const label = $localize`Sign-in methods`;
    const groups = this.areMany()
      ? inGroups(this.found(), ({ provider }) => provider).map(({ id, items }) => ({
          id,
          items,
          name: groupNames[id],
          label: `${label}: ${groupNames[id]}`,
        }))
      : [{ id: 'all', items: this.found(), name: undefined, label }];

    return groups.map((group) => ({
      ...group,
      isLong: isLong(group.items),
      keys: group.items.map(subjectOf),
    }));
  });
  /** What is worked out for each row, is so for those that are drawn. */
  protected readonly groups = computed(() =>
    this.sorted().map((group) => ({
      ...group,
      rows: this.lists
        .rowsOf(group.id, group.items)
        .map((drawn) => ({ ...drawn, ...this.row(drawn.item) })),
    })),
  );

  private method(identity: Identity): SignInMethod {
    return signInMethod(this.account(), this.connections(), identity);
  }

  private row(identity: Identity) {
    const method = this.method(identity);

    return {
      ...method,
      canUnlink: this.allowUnlink() && canUnlink(this.account(), identity),
      unlinkName: $localize`Unlink ${method.provider}:provider: ${method.label}:account:`,
    };
  }
}

/** What is searched: a phone number also as it is typed without its blanks. */
const textOf = ({ provider, label }: SignInMethod): string =>
  `${provider} ${label} ${label.replaceAll('\u00A0', '')}`;
