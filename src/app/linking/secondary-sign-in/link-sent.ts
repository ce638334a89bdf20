import {
  afterNextRender,
  Component,
  input,
  output,
  viewChild,
  type ElementRef,
} from '@angular/core';
import { MatButton } from '@angular/material/button';

import type { MessageEntry } from '../../identity/sign-in/message-entry';
import { Afresh } from '../../page-translation/afresh';
import { ProgressNotice } from '../notices/progress-notice';
import { ResendButton } from './resend-button';

/** A link was sent, and is waited for. */
@Component({
  selector: 'app-link-sent',
  imports: [Afresh, MatButton, ProgressNotice, ResendButton],
  template: `
    <p #sent tabindex="-1" class="sent">
      <ng-container *appAfresh="shown()" i18n>
        We sent a link to <strong dir="ltr">{{ shown() }}</strong>. Open it in this browser, and
        keep this page open: it continues by itself. The link works for three minutes.
      </ng-container>
    </p>
    <app-progress-notice label="Waiting for you to open the link" i18n-label />
    <div class="actions more">
      <app-resend-button
        [nextSendAtMs]="entry().nextSendAtMs"
        [isBusy]="isBusy()"
        (resend)="resend.emit()"
      />
      <button
        matButton
        type="button"
        data-action="use-another-address"
        [disabled]="isBusy()"
        (click)="useAnother.emit()"
        i18n
      >
        Use another address
      </button>
    </div>
    <div class="actions cancel">
      <button matButton type="button" data-action="cancel" (click)="dismissed.emit()" i18n>
        Cancel
      </button>
    </div>
  `,
  styleUrl: './link-sent.scss',
})
export class LinkSent {
  readonly entry = input.required<Extract<MessageEntry, { status: 'linkSent' }>>();
  readonly isBusy = input(false);
  /** The address it was sent to, as people read it. */
  readonly shown = input.required<string>();
  readonly resend = output();
  readonly useAnother = output();
  readonly dismissed = output();

  protected readonly sent = viewChild.required<ElementRef<HTMLElement>>('sent');

  constructor() {
    afterNextRender(() => this.sent().nativeElement.focus());
  }
}
