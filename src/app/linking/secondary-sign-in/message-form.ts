import { Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';

import type { Connection } from '../../identity/connection';
import { isPhone } from '../../identity/connection-kinds';
import { isWindowFailure, type FailureCode } from '../../identity/failure';
import type { MessageEntry, Typed } from '../../identity/sign-in/message-entry';
import { codeIn, emailAddressIn, phoneNumberIn } from '../../identity/sign-in/typed-text';
import { Afresh } from '../../page-translation/afresh';
import { failureWords } from '../notices/failure-words';
import { ProgressNotice } from '../notices/progress-notice';
import { tickingClock } from '../ui/ticking-clock';

/** Asks for a phone number or an e-mail address, and then for the code that was sent there. */
@Component({
  selector: 'app-message-form',
  imports: [Afresh, MatButton, ProgressNotice],
  templateUrl: './message-form.html',
  styleUrl: './message-form.scss',
})
export class MessageForm {
  readonly connection = input.required<Connection>();
  readonly entry = input.required<MessageEntry>();
  readonly typed = output<Typed>();
  readonly useFullPage = output();
  readonly dismissed = output();

  readonly #now = tickingClock();

  protected readonly isPhone = computed(() => isPhone(this.connection().strategy));
  /** What was typed where the message shall go; it stays, whatever is wrong with it. */
  protected readonly typedAddress = signal('');
  /** What is wrong: the tenant's answer to what was sent, or what was typed since and not sent at all. */
  protected readonly trouble = linkedSignal<FailureCode | undefined>(() => {
    const entry = this.entry();

    return entry.status === 'address' || entry.status === 'code' ? entry.problem : undefined;
  });
  protected readonly words = computed(() => {
    const trouble = this.trouble();

    return trouble && failureWords(trouble);
  });
  protected readonly fullPageHelps = computed(() => {
    const problem = this.trouble();

    return problem !== undefined && isWindowFailure(problem);
  });
  /** How long until another message may be asked for, in seconds; `undefined` when none may. */
  protected readonly secondsToWait = computed(() => {
    const entry = this.entry();
    if (entry.status === 'busy' || entry.nextSendAtMs === undefined) return undefined;

    return Math.max(0, Math.ceil((entry.nextSendAtMs - this.#now()) / 1000));
  });
  protected readonly maySend = computed(() => this.secondsToWait() === 0);

  protected submit(event: Event, typed: string): void {
    event.preventDefault();
    if (!this.maySend()) return;
    this.typedAddress.set(typed);
    const address = this.isPhone() ? phoneNumberIn(typed) : emailAddressIn(typed);
    if (address === undefined) this.trouble.set('bad-address');
    else this.typed.emit({ kind: 'address', address });
  }

  protected verify(event: Event, typed: string): void {
    event.preventDefault();
    const code = codeIn(typed);
    if (code === undefined) this.trouble.set('bad-code');
    else this.typed.emit({ kind: 'code', code });
  }
}
