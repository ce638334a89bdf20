import {
  afterNextRender,
  Component,
  DOCUMENT,
  inject,
  Injector,
  input,
  signal,
} from '@angular/core';
import { MatButton } from '@angular/material/button';

import type { Connection } from '../../identity/connection';
import type { Receipt } from '../../identity/link/receipt';
import { Afresh } from '../../page-translation/afresh';
import { saveFile } from '../ui/save-file';
import { ReceiptSheet } from './receipt-sheet';
import { receiptFile } from './receipt-words';

/** Ways to keep a receipt: as a file, or on paper. */
@Component({
  selector: 'app-receipt-actions',
  imports: [Afresh, MatButton, ReceiptSheet],
  template: `
    <button
      matButton
      type="button"
      data-action="download-receipt"
      [attr.aria-describedby]="describedBy()"
      (click)="download()"
      i18n
    >
      Download receipt
    </button>
    <button matButton type="button" [attr.aria-describedby]="describedBy()" (click)="print()" i18n>
      Print
    </button>
    @if (isPrinting()) {
      <app-receipt-sheet
        *appAfresh="receipt()"
        [receipt]="receipt()"
        [connections]="connections()"
      />
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }
  `,
  host: { '(window:afterprint)': 'putAway()' },
})
export class ReceiptActions {
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);

  readonly receipt = input.required<Receipt>();
  readonly connections = input.required<readonly Connection[]>();
  /** The id of what says which receipt it is, where there are several. */
  readonly describedBy = input<string>();

  protected readonly isPrinting = signal(false);

  protected download(): void {
    saveFile(receiptFile(this.receipt()), JSON.stringify(this.receipt(), null, 2));
  }

  protected print(): void {
    this.isPrinting.set(true);
    // The sheet has to be there when the browser takes its picture of the page.
    afterNextRender(() => this.document.defaultView?.print(), { injector: this.injector });
  }

  protected putAway(): void {
    this.isPrinting.set(false);
  }
}
