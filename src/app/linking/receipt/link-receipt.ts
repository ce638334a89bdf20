import {
  afterNextRender,
  Component,
  computed,
  input,
  viewChild,
  type ElementRef,
} from '@angular/core';
import { MatButton } from '@angular/material/button';

import type { Account } from '../../identity/account';
import { providerLabel, type Connection } from '../../identity/connection';
import { connectionKind } from '../../identity/connection-kinds';
import type { LinkReceipt as Receipt } from '../../identity/link/receipt';
import { hostOf, type LinkReturn } from '../../identity/sign-in/link-return';
import { Afresh } from '../../page-translation/afresh';
import { settingNames } from '../settings/setting-name';
import { MergedCard, type MergedMethod } from '../ui/accounts/merged-card';
import { personName } from '../ui/accounts/person-name';
import { ProviderMark } from '../ui/provider-mark';
import { ReceiptActions } from './receipt-actions';
import { receiptName, setAsideOf, shownLabel } from './receipt-words';
import { LeaveLink } from '../ui/links/leave-link';

/** The end of a link: that it is done, the one account there is now, what else is to be said, and something to keep. */
@Component({
  selector: 'app-link-receipt',
  imports: [Afresh, LeaveLink, MatButton, MergedCard, ReceiptActions, ProviderMark],
  templateUrl: './link-receipt.html',
  styleUrl: './link-receipt.scss',
})
export class LinkReceipt {
  readonly receipt = input.required<Receipt>();
  readonly connections = input.required<readonly Connection[]>();
  /** The account as it was read before, which has the name and the picture that a receipt has not. */
  readonly person = input<Account>();
  /** Where another application wants the person back. */
  readonly back = input<LinkReturn>();

  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');

  protected readonly backTo = computed(() => hostOf(this.back()));

  protected readonly provider = computed(() =>
    providerLabel(this.connections(), this.receipt().joined),
  );

  /** What was added, where that is a number or an address and to people no account. */
  protected readonly added = computed(
    () => connectionKind(this.receipt().joined.provider).messageTo,
  );

  /** Whether both can be chosen at a sign-in: the start page offers the codes of this site's connections, and no others. */
  protected readonly isOffered = computed(() =>
    [this.receipt().kept, this.receipt().joined].every(
      ({ provider, connection }) =>
        connectionKind(provider).messageTo === undefined ||
        this.connections().some(({ name }) => name === connection),
    ),
  );

  protected readonly kept = computed(() => receiptName(this.receipt().kept, this.connections()));
  protected readonly joined = computed(() =>
    receiptName(this.receipt().joined, this.connections()),
  );
  protected readonly moved = computed(() =>
    settingNames(Object.keys(this.receipt().settings.moved)),
  );
  protected readonly lost = computed(() => settingNames(this.receipt().settings.lost));
  protected readonly setAside = computed(() =>
    setAsideOf(this.receipt(), this.connections()).map(({ subject, name, settings }) => ({
      subject,
      name,
      settings: settingNames(settings.map(([key]) => key)),
    })),
  );

  /** The account there is now. */
  protected readonly merged = computed(() => {
    const { kept, signInMethods } = this.receipt();
    const person = this.person();
    const isThis = person?.userId === kept.userId;
    const name = isThis ? personName(person) : shownLabel(kept);

    return {
      name,
      label: shownLabel(kept),
      picture: isThis ? person.profile.picture : undefined,
      heard: $localize`After linking: ${name}:name:`,
      methods: signInMethods.map((subject) => this.#methodOf(subject)),
    };
  });

  constructor() {
    // What was pressed is gone; the heading says what came of it.
    afterNextRender(() => this.heading()?.nativeElement.focus());
  }

  /** A receipt names two accounts; of other methods it knows where they are from. */
  #methodOf(subject: string): MergedMethod {
    const { kept, joined } = this.receipt();
    const account = [kept, joined].find(({ userId }) => userId === subject);
    const strategy = account?.provider ?? subject.slice(0, subject.indexOf('|'));
    const named = account ?? { provider: strategy, connection: strategy };

    return {
      ...{ key: subject, strategy, provider: providerLabel(this.connections(), named) },
      account: account ? shownLabel(account) : '',
      isNew: account !== undefined && account === joined,
    };
  }
}
