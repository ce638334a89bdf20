import {
  afterRenderEffect,
  Component,
  input,
  linkedSignal,
  output,
  viewChild,
  type ElementRef,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { CircleAlert } from 'lucide';

import type { FailureCode } from '../../identity/failure';
import type { MessageEntry } from '../../identity/sign-in/message-entry';
import { codeIn } from '../../identity/sign-in/typed-text';
import { Afresh } from '../../page-translation/afresh';
import { asSentence } from '../notices/as-sentence';
import { failureWords } from '../notices/failure-words';
import { Icon } from '../ui/icon';
import { isFieldFailure } from './field-failure';
import { ResendButton } from './resend-button';

/** How many digits a code has, unless somebody has set up the tenant otherwise. */
const usualLength = 6;

/** Asks for the code that was sent, and tries it as soon as it is complete. */
@Component({
  selector: 'app-code-form',
  imports: [Afresh, Icon, MatButton, ResendButton],
  templateUrl: './code-form.html',
  styleUrl: './code-form.scss',
})
export class CodeForm {
  readonly isPhone = input.required<boolean>();
  readonly entry = input.required<Extract<MessageEntry, { status: 'code' }>>();
  readonly isBusy = input(false);
  /** The address it was sent to, as people read it. */
  readonly shown = input.required<string>();
  readonly verify = output<string>();
  readonly resend = output();
  readonly useAnother = output();
  readonly dismissed = output();

  protected readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');

  /**
   * What went off by itself. Each code does so once: a wrong one stays where it is, and of a longer one, which some
   * tenants send, no beginning is tried again while it is typed anew.
   */
  readonly #sent = new Set<string>();

  /** What is wrong with the code: the tenant's answer, or what was typed since and not tried at all. */
  protected readonly failure = linkedSignal<FailureCode | undefined>(() => {
    const { problem } = this.entry();

    return !this.isBusy() && problem && isFieldFailure(problem) ? problem : undefined;
  });

  protected readonly wrong = CircleAlert;
  protected readonly asSentence = asSentence;

  constructor() {
    // Whatever has come of a try or of another message, the next code is typed over what stands there.
    afterRenderEffect(() => {
      this.entry();
      if (!this.isBusy()) this.#select();
    });
  }

  /** After the last try it helps no more to look at the code again. */
  protected wordsOf(code: FailureCode) {
    return failureWords(
      code === 'wrong-code' && this.entry().triesLeft < 1 ? 'too-many-tries' : code,
    );
  }

  protected typed(text: string): void {
    const code = codeIn(text);
    if (code?.length !== usualLength || this.entry().triesLeft < 1 || this.isBusy()) return;
    if (this.#sent.has(code)) return;
    this.#sent.add(code);
    this.verify.emit(code);
  }

  protected submit(event: Event, text: string): void {
    event.preventDefault();
    if (this.entry().triesLeft < 1 || this.isBusy()) return;
    const code = codeIn(text);
    if (code === undefined) {
      this.failure.set('bad-code');
      this.#select();
    } else {
      this.#sent.add(code);
      this.verify.emit(code);
    }
  }

  #select(): void {
    const field = this.field().nativeElement;
    field.focus();
    field.select();
  }
}
