import { DatePipe } from '@angular/common';
import {
  afterNextRender,
  Component,
  computed,
  inject,
  Injector,
  input,
  output,
  signal,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Info, Search } from 'lucide';

import type { Account } from '../../identity/account';
import type { Connection } from '../../identity/connection';
import type { Identity } from '../../identity/identity';
import { canUnlink } from '../../identity/link/unlink-plan';
import { signInMethods, type SignInMethod } from '../../identity/sign-in-method';
import { finding, searchable } from '../../identity/text/find-text';
import { Afresh } from '../../page-translation/afresh';
import { Icon } from '../ui/icon';
import { Mail } from '../ui/mail';
import { ProviderMark } from '../ui/provider-mark';
import { groupNames, inGroups, manyRows } from './connection-groups';

/** How many methods of a group are drawn at first, and how many more each time that they are asked for. */
const rowsAtATime = 20;

/** The sign-in methods of an account, the account's own first; many of them are in groups, and can be searched. */
@Component({
  selector: 'app-identity-list',
  imports: [Afresh, DatePipe, Icon, Mail, MatButton, ProviderMark],
  templateUrl: './identity-list.html',
  styleUrl: './identity-list.scss',
})
export class IdentityList {
  readonly #injector = inject(Injector);

  readonly account = input.required<Account>();
  readonly connections = input.required<readonly Connection[]>();
  readonly allowUnlink = input.required<boolean>();
  /** When methods were linked, by their `provider|id`, in milliseconds since 1970; what is not known is missing. */
  readonly linkedAt = input<ReadonlyMap<string, number>>(new Map());
  /** Whether the only method is sure to be the one that the person has signed in with. */
  readonly isSignedInWith = input(false);
  readonly unlink = output<Identity>();

  protected readonly info = Info;
  protected readonly search = Search;
  protected readonly typed = signal('');
  private readonly unfolded = signal<ReadonlyMap<string, number>>(new Map());

  protected readonly items = computed(() => signInMethods(this.account(), this.connections()));
  protected readonly areMany = computed(() => this.items().length >= manyRows);
  private readonly texts = computed(
    () => new Map(this.items().map((item) => [item.key, searchable(textOf(item))])),
  );
  protected readonly found = computed(() => {
    if (!this.areMany() || this.typed().trim() === '') return this.items();
    const matches = finding(this.typed());

    return this.items().filter(({ key }) => matches(this.texts().get(key) ?? ''));
  });
  protected readonly groups = computed(() => {
    const label = $localize`Sign-in methods`;
    const unfolded = this.unfolded();
    const groups = this.areMany()
      ? inGroups(this.found(), ({ identity }) => identity.provider).map(({ id, items }) => ({
          id,
          items,
          name: groupNames[id],
          label: `${label}: ${groupNames[id]}`,
        }))
      : [{ id: 'all', items: this.found(), name: undefined, label }];

    return groups.map((group) => ({
      ...group,
      shown: group.items
        .slice(0, unfolded.get(group.id) ?? rowsAtATime)
        .map((item) => this.row(item)),
    }));
  });

  /** Shows more of a group, and goes on with the first of those that come. */
  protected showMore(id: string, shown: number, { currentTarget: button }: Event): void {
    const list = button instanceof Element ? button.previousElementSibling : null;
    this.unfolded.update((counts) => new Map([...counts, [id, shown + 5 * rowsAtATime]]));
    afterNextRender(() => (list?.children.item(shown) as HTMLElement | null)?.focus(), {
      injector: this.#injector,
    });
  }

  private row(method: SignInMethod) {
    return {
      ...method,
      canUnlink: this.allowUnlink() && canUnlink(this.account(), method.identity),
      unlinkName: $localize`Unlink ${method.provider}:provider: ${method.label}:account:`,
    };
  }
}

/** What is searched: a phone number also as it is typed without its blanks. */
const textOf = ({ provider, label }: SignInMethod): string =>
  `${provider} ${label} ${label.replaceAll('\u00A0', '')}`;
