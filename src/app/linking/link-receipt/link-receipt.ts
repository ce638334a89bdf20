import { Component, computed, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';

import { providerLabel, type Connection } from '../../identity/connection';
import type { LinkReceipt as Receipt, ReceiptAccount } from '../../identity/receipt';
import { saveFile } from './save-file';

/** The end of a link: that it is done, with what, and something to keep. */
@Component({
  selector: 'app-link-receipt',
  imports: [MatButton, RouterLink],
  template: `
    <div class="notice done" role="status">
      <p class="title" i18n>Linked</p>
      <p i18n>
        {{ nameOf(receipt().joined) }} now opens the same account as {{ nameOf(receipt().kept) }}.
      </p>
    </div>
    <div class="page-actions">
      <a matButton="filled" routerLink="/account" i18n>Back to sign-in methods</a>
      <button matButton type="button" (click)="download()" i18n>Download receipt</button>
    </div>
  `,
  styles: `
    :host {
      display: grid;
      gap: 24px;
    }
  `,
})
export class LinkReceipt {
  readonly receipt = input.required<Receipt>();
  readonly connections = input.required<readonly Connection[]>();

  private readonly text = computed(() => JSON.stringify(this.receipt(), null, 2));

  protected nameOf(account: ReceiptAccount): string {
    return `${providerLabel(this.connections(), account)} ${account.label}`;
  }

  protected download(): void {
    saveFile(`ligature-link-${this.receipt().at.slice(0, 10)}.json`, this.text());
  }
}
