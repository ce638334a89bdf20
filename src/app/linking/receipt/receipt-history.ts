import { DatePipe, formatDate } from '@angular/common';
import { Component, computed, inject, input, LOCALE_ID } from '@angular/core';
import { History } from 'lucide';

import type { Account } from '../../identity/account';
import type { Connection } from '../../identity/connection';
import type { Receipt } from '../../identity/link/receipt';
import { Afresh } from '../../page-translation/afresh';
import { Fold } from '../ui/fold';
import { historyRows } from './history-rows';
import { ReceiptActions } from './receipt-actions';

/** The links and unlinks that the account remembers, and those of this tab with their receipts; folded away. */
@Component({
  selector: 'app-receipt-history',
  imports: [Afresh, DatePipe, Fold, ReceiptActions],
  template: `
    @if (entries().length > 0) {
      <app-fold
        target="history"
        name="History"
        i18n-name
        [icon]="icon"
        [count]="entries().length"
        [hint]="latest()"
      >
        <p class="lead" i18n>Your latest links and unlinks.</p>
        <ul aria-label="History" i18n-aria-label>
          @for (entry of entries(); track entry.id) {
            <li>
              <div *appAfresh="entry.title" class="words" [id]="entry.id">
                <span class="provider">{{ entry.title }}</span>
                <span class="account">{{ entry.atMs | date: 'medium' }}</span>
              </div>
              @if (entry.receipt; as receipt) {
                <app-receipt-actions
                  [receipt]="receipt"
                  [connections]="connections()"
                  [describedBy]="entry.id"
                />
              }
            </li>
          }
        </ul>
      </app-fold>
    }
  `,
  styleUrl: './receipt-history.scss',
})
export class ReceiptHistory {
  readonly #locale = inject(LOCALE_ID);

  /** Whose they are, while that is known. */
  readonly account = input<Account>();
  /** Those of this tab, the newest first. */
  readonly receipts = input.required<readonly Receipt[]>();
  readonly connections = input.required<readonly Connection[]>();

  protected readonly icon = History;
  protected readonly entries = computed(() =>
    // They come newest first; numbered from the oldest, so that a number stays with its event.
    historyRows(this.account(), this.receipts(), this.connections()).map((row, index, all) => ({
      id: `history-${all.length - index}`,
      ...row,
    })),
  );
  protected readonly latest = computed(() => {
    const [newest] = this.entries();

    return newest === undefined
      ? ''
      : `${newest.title} · ${formatDate(newest.atMs, 'mediumDate', this.#locale)}`;
  });
}
