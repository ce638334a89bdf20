import { Component, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';

import { isWindowFailure } from '../../identity/failure';
import type { Confirmation } from '../../identity/sign-in/confirmation';
import { FailureNotice } from './failure-notice';

/** Says that the tenant's own session may be another account's, and gives it back with one click. */
@Component({
  selector: 'app-taken-session',
  imports: [FailureNotice, MatButton],
  template: `
    <div class="notice doubtful" role="status">
      <p class="title" i18n>Other sites may now be signed in to your other account</p>
      <p i18n>
        You may have signed in to another account that you didn't link. Other sites that use the
        same sign-in may open with that account in this browser.
      </p>
    </div>
    @let asked = confirmation();
    @if (asked.status === 'failed') {
      <app-failure-notice
        [code]="asked.code"
        (retried)="confirm.emit()"
        (signIn)="useFullPage.emit()"
      >
        @if (isWindowFailure(asked.code)) {
          <button
            matButton="outlined"
            type="button"
            data-action="use-full-page"
            (click)="useFullPage.emit()"
            i18n
          >
            Continue in this tab instead
          </button>
        }
      </app-failure-notice>
    } @else if (asked.status === 'none') {
      <div>
        <button
          matButton="outlined"
          type="button"
          data-action="sign-in-everywhere"
          (click)="confirm.emit()"
          i18n
        >
          Switch back to my account
        </button>
      </div>
    } @else {
      <div class="steps">
        <button
          matButton="outlined"
          type="button"
          data-action="use-full-page"
          (click)="useFullPage.emit()"
          i18n
        >
          Continue in this tab instead
        </button>
        @if (asked.status === 'windowUnseen') {
          <button
            matButton="outlined"
            type="button"
            data-action="try-again"
            (click)="confirm.emit()"
            i18n
          >
            Try again
          </button>
        }
        <button matButton type="button" data-action="cancel" (click)="dismissed.emit()" i18n>
          Stop waiting
        </button>
      </div>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 12px;
    }

    .steps {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }
  `,
})
export class TakenSession {
  readonly confirmation = input.required<Confirmation>();
  readonly confirm = output();
  readonly useFullPage = output();
  readonly dismissed = output();

  protected readonly isWindowFailure = isWindowFailure;
}
