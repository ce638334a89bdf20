import { Component, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';

import { Afresh } from '../../page-translation/afresh';

/** Says that a code has opened an account that was not there before, and leads to the one that somebody may have meant. */
@Component({
  selector: 'app-new-account',
  imports: [Afresh, MatButton],
  template: `
    <section class="notice info" aria-labelledby="new-account" data-done="account-made">
      <p class="title" id="new-account" i18n>This is a new account</p>
      <p *appAfresh="address()">
        @if (messageTo() === 'phone') {
          <ng-container i18n>
            No account used {{ address() }} until you signed in just now. Do you have another
            account? Sign in to it, and add this phone number there.
          </ng-container>
        } @else {
          <ng-container i18n>
            No account used {{ address() }} to sign in with a code until just now. Do you have
            another account? Sign in to it, and add this email address there.
          </ng-container>
        }
      </p>
      <div class="steps">
        <button
          matButton="outlined"
          type="button"
          data-action="sign-in-to-add"
          (click)="leave.emit()"
          i18n
        >
          Sign in to my other account
        </button>
        <button
          matButton
          type="button"
          data-action="decline-suggestion"
          (click)="declined.emit()"
          i18n
        >
          Keep this account
        </button>
      </div>
    </section>
  `,
  styles: `
    .steps {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      margin-block-start: 12px;
    }
  `,
})
export class NewAccount {
  readonly messageTo = input.required<'phone' | 'email'>();
  /** The number or the address that the account is of. */
  readonly address = input.required<string>();
  /** The person wants to be in another account. */
  readonly leave = output();
  readonly declined = output();
}
