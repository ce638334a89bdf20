import { NgTemplateOutlet } from '@angular/common';
import {
  afterNextRender,
  Component,
  computed,
  effect,
  inject,
  Injector,
  input,
  output,
  signal,
  viewChild,
  type ElementRef,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { Plus, Search } from 'lucide';

import type { Connection } from '../../identity/connection';
import { haveDomains } from '../../identity/sign-in/work-email';
import { Afresh } from '../../page-translation/afresh';
import { Icon } from '../ui/icon';
import { isPlainClick } from '../ui/links/plain-click';
import { ProviderMark } from '../ui/provider-mark';
import { groupNames, manyRows, type GroupId } from './connection-groups';
import { DrawnLists, isLong } from './long-list/drawn-lists';
import { RowsInSight } from './long-list/rows-in-sight';
import { offersFor } from './offers';
import { PagePath } from '../ui/links/page-path';

/** How many of a group are shown at first, where there are many in all. */
const mostOfGroup = 8;
/** A group of offers: of what is new to the account, or what it has. */
type OfferedId = GroupId | 'linked';
/** How long somebody has to stop typing before their company counts as unknown. */
const typingMs = 700;

/** Offers the ways to sign in that can be added, in a sheet: below the button, or from the edge of a phone. */
@Component({
  selector: 'app-add-method',
  imports: [
    Afresh,
    Icon,
    MatButton,
    NgTemplateOutlet,
    PagePath,
    ProviderMark,
    RouterLink,
    RowsInSight,
  ],
  templateUrl: './add-method.html',
  styleUrl: './add-method.scss',
})
export class AddMethod {
  readonly #injector = inject(Injector);

  readonly connections = input.required<readonly Connection[]>();
  /** A method was pressed, in this very click; its link leads to the page of it. */
  readonly pressed = output<Connection>();
  /** By which connections the account's own methods sign in. */
  readonly linked = input<ReadonlySet<string>>(new Set());

  private readonly sheet = viewChild.required<ElementRef<HTMLDialogElement>>('sheet');

  protected readonly isOpen = signal(false);
  protected readonly typed = signal('');
  private readonly hasStopped = signal(false);
  private readonly unfolded = signal<ReadonlySet<OfferedId>>(new Set());

  protected readonly plus = Plus;
  protected readonly search = Search;
  /** Which rows of each group are drawn. */
  protected readonly lists = new DrawnLists();
  protected readonly askWords = {
    address: $localize`Find your company by work email`,
    addressOrName: $localize`Find your company by work email, or search`,
    name: $localize`Search`,
  };

  private readonly areMany = computed(() => this.connections().length >= manyRows);
  /** What the field above the offers is for, if there is one. */
  protected readonly asksFor = computed((): 'address' | 'addressOrName' | 'name' | undefined => {
    const many = this.areMany();
    if (haveDomains(this.connections())) return many ? 'addressOrName' : 'address';

    return many ? 'name' : undefined;
  });
  protected readonly offers = computed(() =>
    offersFor(this.typed(), this.connections(), this.linked()),
  );
  protected readonly isSearch = computed(() => {
    const typed = this.typed().trim();

    return typed !== '' && !typed.includes('@');
  });
  /** Whether an address was typed whose company signs in nowhere here; not while somebody is typing it. */
  protected readonly isUnknown = computed(() => {
    const { domain, company } = this.offers();

    return this.hasStopped() && domain !== undefined && company.length === 0;
  });

  private readonly sorted = computed(() => {
    const { groups, linked } = this.offers();
    const sorted = [
      ...groups.map(({ id, items }) => {
        const areAll = !this.areMany() || this.isSearch() || this.unfolded().has(id);
        const shown = areAll ? items : items.slice(0, mostOfGroup);

        return { id, name: groupNames[id], shown, count: items.length };
      }),
      ...(linked.length > 0
        ? [{ id: 'linked' as const, name: linkedName, shown: linked, count: linked.length }]
        : []),
    ];

    return sorted.map((group) => ({
      ...group,
      isLong: isLong(group.shown),
      keys: group.shown.map(({ connection }) => connection.name),
    }));
  });
  protected readonly groups = computed(() =>
    this.sorted().map((group) => ({ ...group, rows: this.lists.rowsOf(group.id, group.shown) })),
  );

  constructor() {
    effect((onCleanup) => {
      this.typed();
      this.hasStopped.set(false);
      const timer = setTimeout(() => this.hasStopped.set(true), typingMs);
      onCleanup(() => clearTimeout(timer));
    });
  }

  /** Shows the rest of a group, and goes on with the first of it. */
  protected showAll(id: OfferedId, { currentTarget: button }: Event): void {
    const list = button instanceof Element ? button.previousElementSibling : null;
    this.unfolded.update((ids) => new Set([...ids, id]));
    this.#afterwards(() => list?.children.item(mostOfGroup)?.querySelector('a')?.focus());
  }

  /** Goes on with the only thing that was found, or with the first of several, so that it can be chosen. */
  protected goOn(submitted: Event): void {
    submitted.preventDefault();
    this.hasStopped.set(true);
    if (this.typed().trim() === '') return;
    const { company, count } = this.offers();
    const first = this.sheet().nativeElement.querySelector<HTMLElement>('[data-action=open-link]');
    const isOne = company.length === 1 || (this.isSearch() && count === 1);
    if (isOne) first?.click();
    else if (company.length > 1 || this.isSearch()) first?.focus();
  }

  protected open({ currentTarget: button }: Event): void {
    if (!(button instanceof HTMLElement)) return;
    const sheet = this.sheet().nativeElement;
    const { bottom, left, right } = button.getBoundingClientRect();
    // A dialog stands in the window, and not beside what has opened it.
    sheet.style.setProperty('--below', `${bottom + 8}px`);
    sheet.style.setProperty('--end', `${isRightToLeft(button) ? left : innerWidth - right}px`);
    this.typed.set('');
    this.unfolded.set(new Set());
    this.lists.forget();
    this.isOpen.set(true);
    this.#afterwards(() => {
      sheet.showModal();
      makeRoom(sheet);
      // On a phone the keyboard would cover what there is to choose.
      const isPhone = matchMedia('(width < 600px)').matches;
      sheet.querySelector<HTMLElement>(isPhone ? 'h2' : 'input, a')?.focus();
    });
  }

  #afterwards(act: () => void): void {
    afterNextRender(act, { injector: this.#injector });
  }

  protected choose(click: MouseEvent, connection: Connection): void {
    this.sheet().nativeElement.close();
    if (isPlainClick(click)) this.pressed.emit(connection);
  }
}

const linkedName = $localize`You have these already`;

/** Moves a sheet up where the window ends before what there is to choose, even over the button that has opened it. */
function makeRoom(sheet: HTMLElement): void {
  const { top } = sheet.getBoundingClientRect();
  const hidden = sheet.scrollHeight - sheet.clientHeight;
  if (hidden > 0) sheet.style.setProperty('--below', `${Math.max(16, top - hidden)}px`);
}

const isRightToLeft = (element: HTMLElement): boolean =>
  getComputedStyle(element).direction === 'rtl';
