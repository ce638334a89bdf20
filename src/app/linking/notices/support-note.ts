import { Clipboard } from '@angular/cdk/clipboard';
import { Component, DOCUMENT, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { CircleQuestionMark } from 'lucide';

import { Afresh } from '../../page-translation/afresh';
import { Icon } from '../ui/icon';
import { SUPPORT } from './support';
import { SupportWays } from './support-ways';

/** Says whom to ask about a failure, and has what they will want to know copied: which, when and where; not whose. */
@Component({
  selector: 'app-support-note',
  imports: [Afresh, Icon, MatButton, SupportWays],
  template: `
    <app-icon [icon]="icon" />
    <div class="words">
      @if (support) {
        <app-support-ways />
      } @else {
        <span i18n>Still stuck? Your support team will ask for this:</span>
      }
    </div>
    <code *appAfresh="code()" translate="no">{{ code() }}</code>
    <button
      matButton="outlined"
      type="button"
      data-action="copy-details"
      (click)="copyDetails()"
      i18n
    >
      Copy details
    </button>
    <span class="copied" role="status">
      @if (isCopied()) {
        <ng-container i18n>Copied</ng-container>
      }
    </span>
  `,
  styleUrl: './support-note.scss',
  host: { class: 'card' },
})
export class SupportNote {
  readonly #clipboard = inject(Clipboard);
  readonly #location = inject(DOCUMENT).location;

  /** The failure's code. */
  readonly code = input.required<string>();

  protected readonly icon = CircleQuestionMark;
  protected readonly support = inject(SUPPORT);
  protected readonly isCopied = signal(false);

  protected copyDetails(): void {
    const details = [this.code(), new Date().toISOString(), this.#location.pathname];
    this.isCopied.set(this.#clipboard.copy(details.join(' · ')));
  }
}
