import { Component, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';

import { isWindowFailure } from '../../identity/failure';
import type { Confirmation } from '../../identity/sign-in/confirmation';
import type { Taken } from '../../identity/sign-in/taken-session';
import { Afresh } from '../../page-translation/afresh';
import { FullPageButton } from '../ui/full-page-button';
import { FailureNotice } from './failure-notice';

/** Says that the tenant's own session may be another account's, and gives it back with one click. */
@Component({
  selector: 'app-taken-session',
  imports: [Afresh, FailureNotice, FullPageButton, MatButton],
  template: `
    @let asked = confirmation();
    <div
      class="notice"
      role="status"
      [class.doubtful]="taken() !== 'asked'"
      [class.info]="taken() === 'asked'"
    >
      @if (taken() === 'asked') {
        <p *appAfresh="provider()" i18n>
          You signed in to your {{ provider() }} account for that. Other company sites in this
          browser may open with it.
        </p>
      } @else {
        @if (taken() === 'surely') {
          <p class="title" i18n>You signed in to another account but didn't link it</p>
        } @else {
          <p class="title" i18n>You may have signed in to another account without linking it</p>
        }
        <p i18n>Other company sites in this browser may open with that account.</p>
      }
      @if (asked.status === 'none') {
        <div class="steps">
          <button
            matButton="outlined"
            type="button"
            class="long"
            data-action="sign-in-everywhere"
            (click)="confirm.emit()"
          >
            <span *appAfresh="address()" i18n>Switch back to {{ address() }}</span>
          </button>
        </div>
      } @else if (asked.status === 'answered') {
        <p i18n>One moment …</p>
      } @else if (asked.status !== 'failed') {
        <p i18n>Sign in to this account again in the sign-in window.</p>
        <div class="steps">
          <app-full-page-button (pressed)="useFullPage.emit()" />
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
    </div>
    @if (asked.status === 'failed') {
      <app-failure-notice
        [code]="asked.code"
        (retried)="confirm.emit()"
        (signIn)="useFullPage.emit()"
      >
        @if (isWindowFailure(asked.code)) {
          <app-full-page-button (pressed)="useFullPage.emit()" />
        }
      </app-failure-notice>
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 12px;
    }

    .steps {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      margin-block-start: 12px;
    }

    /* However long an address is, the button is as wide as the notice. */
    .long {
      block-size: auto;
      min-block-size: 40px;
      max-inline-size: 100%;
      padding-block: 8px;
      overflow-wrap: anywhere;
      white-space: normal;
    }
  `,
})
export class TakenSession {
  /** Whether somebody has signed in to another account, or it is not known how a sign-in that was begun has ended. */
  readonly taken = input.required<Taken>();
  /** What the other account is of, where the person was asked to sign in to it. */
  readonly provider = input('');
  /** What the person's own account is known by. */
  readonly address = input.required<string>();
  readonly confirmation = input.required<Confirmation>();
  readonly confirm = output();
  readonly useFullPage = output();
  readonly dismissed = output();

  protected readonly isWindowFailure = isWindowFailure;
}
