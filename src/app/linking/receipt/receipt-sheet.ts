import { DatePipe } from '@angular/common';
import { Component, computed, inject, input, ViewEncapsulation } from '@angular/core';

import { connectionsFor, providerLabel, type Connection } from '../../identity/connection';
import type { Receipt } from '../../identity/link/receipt';
import { settingName, settingNames, unlistedNames } from '../settings/setting-name';
import { SettingValue } from '../settings/setting-value';
import { isListed } from '../settings/setting-vocabulary';
import { LETTERHEAD } from './letterhead';
import { receiptName, receiptTitle, setAsideOf, type AsideOf } from './receipt-words';

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

  protected readonly letterhead = inject(LETTERHEAD);
  protected readonly title = computed(() => receiptTitle(this.receipt(), this.connections()));
  protected readonly kept = computed(() => receiptName(this.receipt().kept, this.connections()));
  /** The other account, which joined or left. */
  protected readonly other = computed(() => {
    const receipt = this.receipt();
    const account = receipt.what === 'link' ? receipt.joined : receipt.left;

    return { userId: account.userId, name: receiptName(account, this.connections()) };
  });
  /** Each method that there is since then; one that the receipt does not name, by its provider. */
  protected readonly methods = computed(() => {
    const receipt = this.receipt();
    const named = [receipt.kept, receipt.what === 'link' ? receipt.joined : receipt.left];

    return receipt.signInMethods.map((id) => {
      const account = named.find(({ userId }) => userId === id);
      const provider = id.slice(0, id.indexOf('|'));
      // Of several of a kind an id does not tell which it was.
      const [only, ...others] = connectionsFor(this.connections(), id);
      const connection = others.length === 0 ? (only?.name ?? provider) : provider;
      const name =
        account === undefined
          ? providerLabel(this.connections(), { provider, connection })
          : receiptName(account, this.connections());

      return { id, name };
    });
  });
  /** What became of the settings; `undefined` where none were touched. */
  protected readonly settings = computed(() => {
    const receipt = this.receipt();
    if (receipt.what !== 'link') return undefined;

    return {
      moved: listed(Object.entries(receipt.settings.moved)),
      setAside: setAsideOf(receipt, this.connections()).map(({ subject, name, settings }) => ({
        subject,
        name,
        ...listed(settings),
      })),
      lost: settingNames(receipt.settings.lost),
    };
  });
}

/** Settings by name, and how many there are beside those that are listed. */
const listed = (settings: AsideOf['settings']) => ({
  named: settings
    .filter(([key]) => isListed(key))
    .map(([key, value]) => ({ key, name: settingName(key), value })),
  others: unlistedNames(settings.map(([key]) => key)),
});
