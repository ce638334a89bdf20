import { Component, computed, DOCUMENT, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';

import type { FailureCode } from '../../identity/failure';
import { Afresh } from '../../page-translation/afresh';
import { failureWords } from './failure-words';
import { SupportNote } from './support-note';

/** Says what went wrong, what it means, and offers the one next step that helps. */
@Component({
  selector: 'app-failure-notice',
  imports: [Afresh, MatButton, SupportNote],
  template: `
    <div
      class="notice"
      role="alert"
      [class.failed]="code() !== 'denied'"
      [attr.data-failure]="code()"
    >
      <ng-container *appAfresh="words()">
        <p class="title">{{ words().title }}</p>
        <p>{{ words().text }}</p>
      </ng-container>
    </div>
    <div class="steps">
      @switch (words().remedy) {
        @case ('retry') {
          <button
            matButton="filled"
            type="button"
            data-action="try-again"
            (click)="retried.emit()"
            i18n
          >
            Try again
          </button>
        }
        @case ('signIn') {
          <button
            matButton="filled"
            type="button"
            data-action="sign-in-again"
            (click)="signIn.emit()"
            i18n
          >
            Sign in again
          </button>
        }
        @case ('reload') {
          <button
            matButton="filled"
            type="button"
            data-action="load-again"
            (click)="loadAgain()"
            i18n
          >
            Load this page again
          </button>
        }
      }
      <ng-content />
    </div>
    <app-support-note [code]="code()" />
  `,
  styleUrl: './failure-notice.scss',
})
export class FailureNotice {
  readonly #location = inject(DOCUMENT).location;

  readonly code = input.required<FailureCode>();
  readonly retried = output();
  readonly signIn = output();

  protected readonly words = computed(() => failureWords(this.code()));

  protected loadAgain(): void {
    this.#location.reload();
  }
}
