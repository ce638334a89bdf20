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
      [class]="isHarmless() ? 'info' : 'failed'"
      [attr.data-failure]="code()"
    >
      <ng-container *appAfresh="words()">
        <p class="title">{{ words().title }}</p>
        @if (sentence(); as sentence) {
          <p>{{ sentence }}</p>
        }
        <p>{{ words().text }}</p>
      </ng-container>
      @switch (keeps()) {
        @case ('choices') {
          <p i18n>Your choices and your sign-in are kept.</p>
        }
        @case ('signIn') {
          <p i18n>Your sign-in is kept.</p>
        }
      }
    </div>
    <div class="steps">
      @switch (words().remedy) {
        @case ('retry') {
          <button matButton="filled" type="button" data-action="try-again" (click)="retried.emit()">
            @if (keeps() === 'choices') {
              <span i18n>Try linking again</span>
            } @else {
              <span i18n>Try again</span>
            }
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
  /** What the person does not have to do again. */
  readonly keeps = input<'nothing' | 'choices' | 'signIn'>('nothing');
  /** Why it is so, in the words of somebody else: it is shown as text. */
  readonly sentence = input<string>();
  readonly retried = output();
  readonly signIn = output();

  protected readonly words = computed(() => failureWords(this.code()));
  /** Whether nothing has failed: the person has cancelled it themselves, as far as can be told, or has it already. */
  protected readonly isHarmless = computed(
    () => this.code() === 'denied' || this.code() === 'undone' || this.code() === 'already-linked',
  );

  protected loadAgain(): void {
    this.#location.reload();
  }
}
