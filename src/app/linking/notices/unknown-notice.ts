import { DatePipe } from '@angular/common';
import { Component, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';

import type { FailureCode } from '../../identity/failure';
import { Afresh } from '../../page-translation/afresh';
import { ProgressNotice } from './progress-notice';
import { SupportNote } from './support-note';

/** Says that nobody knows yet whether a change went through, and offers to find out. */
@Component({
  selector: 'app-unknown-notice',
  imports: [Afresh, DatePipe, MatButton, ProgressNotice, SupportNote],
  template: `
    <div class="notice doubtful" role="alert" [attr.data-failure]="code()">
      <p class="title" i18n>We're not sure yet whether it worked</p>
      <p i18n>
        The request was sent, but we got no clear answer. Your account is safe either way. Please
        check before trying again.
      </p>
      <p *appAfresh="checkedAtMs()" class="checked" i18n>
        Last checked at {{ checkedAtMs() | date: 'mediumTime' }}.
      </p>
    </div>
    <div>
      <button
        matButton="filled"
        type="button"
        data-action="check-again"
        disabledInteractive
        [disabled]="isChecking()"
        (click)="check.emit()"
        i18n
      >
        Check again
      </button>
    </div>
    @if (isChecking()) {
      <app-progress-notice
        class="late"
        label="Checking your account"
        i18n-label
        [isOfTenant]="true"
      />
    }
    <app-support-note [code]="code()" />
  `,
  styleUrl: './unknown-notice.scss',
})
export class UnknownNotice {
  readonly code = input.required<FailureCode>();
  /** In milliseconds since 1970. */
  readonly checkedAtMs = input.required<number>();
  /** Whether somebody is being asked just now. */
  readonly isChecking = input(false);
  readonly check = output();
}
