import { DatePipe } from '@angular/common';
import { Component, computed, input, ViewEncapsulation } from '@angular/core';

import type { Connection } from '../../identity/connection';
import type { Receipt } from '../../identity/link/receipt';
import { settingName, settingNames } from '../settings/setting-name';
import { SettingValue } from '../settings/setting-value';
import { receiptName, receiptTitle, setAsideOf } from './receipt-words';

/** A receipt on paper. It is not seen on the screen; while it exists, printing prints it and nothing else. */
@Component({
  selector: 'app-receipt-sheet',
  imports: [DatePipe, SettingValue],
  templateUrl: './receipt-sheet.html',
  styleUrl: './receipt-sheet.scss',
  // Its styles hide the rest of the page from the printer, and that is outside of any component.
  encapsulation: ViewEncapsulation.None,
})
export class ReceiptSheet {
  readonly receipt = input.required<Receipt>();
  readonly connections = input.required<readonly Connection[]>();

  protected readonly title = computed(() => receiptTitle(this.receipt(), this.connections()));
  protected readonly kept = computed(() => receiptName(this.receipt().kept, this.connections()));
  /** The other account, which joined or left. */
  protected readonly other = computed(() => {
    const receipt = this.receipt();
    const account = receipt.what === 'link' ? receipt.joined : receipt.left;

    return { userId: account.userId, name: receiptName(account, this.connections()) };
  });
  /** What became of the settings; `undefined` where none were touched. */
  protected readonly settings = computed(() => {
    const receipt = this.receipt();
    if (receipt.what !== 'link') return undefined;

    return {
      moved: Object.entries(receipt.settings.moved),
      setAside: setAsideOf(receipt, this.connections()),
      lost: settingNames(receipt.settings.lost),
    };
  });

  protected readonly settingName = settingName;
}
