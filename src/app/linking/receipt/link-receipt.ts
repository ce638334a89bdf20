import { Component, computed, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';

import type { Connection } from '../../identity/connection';
import type { LinkReceipt as Receipt } from '../../identity/link/receipt';
import { Afresh } from '../../page-translation/afresh';
import { settingNames } from '../settings/setting-name';
import { ReceiptActions } from './receipt-actions';
import { receiptName, setAsideOf } from './receipt-words';

/** The end of a link: that it is done, what came of the settings, and something to keep. */
@Component({
  selector: 'app-link-receipt',
  imports: [Afresh, MatButton, ReceiptActions, RouterLink],
  templateUrl: './link-receipt.html',
  styleUrl: './link-receipt.scss',
})
export class LinkReceipt {
  readonly receipt = input.required<Receipt>();
  readonly connections = input.required<readonly Connection[]>();

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
}
