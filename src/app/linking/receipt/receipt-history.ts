import { DatePipe } from '@angular/common';
import { Component, computed, input } from '@angular/core';

import type { Connection } from '../../identity/connection';
import type { Receipt } from '../../identity/link/receipt';
import { Afresh } from '../../page-translation/afresh';
import { ReceiptActions } from './receipt-actions';
import { receiptTitle } from './receipt-words';

/** Every link and unlink of this browser session, each with its receipt. */
@Component({
  selector: 'app-receipt-history',
  imports: [Afresh, DatePipe, ReceiptActions],
  template: `
    @if (entries().length > 0) {
      <section aria-labelledby="history">
        <h2 id="history" i18n>History</h2>
        <p class="lead" i18n>What you have done here since you opened this tab.</p>
        <ul class="tiles" aria-labelledby="history">
          @for (entry of entries(); track entry.id) {
            <li class="tile">
              <div *appAfresh="entry.title" class="words" [id]="entry.id">
                <span class="provider">{{ entry.title }}</span>
                <span class="account">{{ entry.receipt.at | date: 'medium' }}</span>
              </div>
              <app-receipt-actions
                [receipt]="entry.receipt"
                [connections]="connections()"
                [describedBy]="entry.id"
              />
            </li>
          }
        </ul>
      </section>
    }
  `,
  styleUrl: './receipt-history.scss',
})
export class ReceiptHistory {
  /** The newest first. */
  readonly receipts = input.required<readonly Receipt[]>();
  readonly connections = input.required<readonly Connection[]>();

  protected readonly entries = computed(() =>
    // They come newest first; numbered from the oldest, so that a number stays with its receipt.
    this.receipts().map((receipt, index, all) => ({
      id: `history-${all.length - index}`,
      title: receiptTitle(receipt, this.connections()),
      receipt,
    })),
  );
}
