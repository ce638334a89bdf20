import { Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import { MatProgressBar } from '@angular/material/progress-bar';

import type { Connection } from '../../identity/connection';
import { isPhone } from '../../identity/connection-kinds';
import { isWindowFailure } from '../../identity/failure';
import type { MessageEntry, Typed } from '../../identity/sign-in/message-entry';
import { longestPauseMs } from '../../identity/sign-in/message-sends';
import { Afresh } from '../../page-translation/afresh';
import { failureWords } from '../notices/failure-words';
import { ProgressNotice } from '../notices/progress-notice';
import { FullPageButton } from '../ui/full-page-button';
import { tickingClock } from '../ui/ticking-clock';
import { AddressForm } from './address-form';
import { CodeForm } from './code-form';
import type { EnteredAddress } from './entered-address';
import { isFieldFailure } from './field-failure';
import { LinkSent } from './link-sent';

/** Asks for a phone number or an email address, and then for the code or the link that was sent there. */
@Component({
  selector: 'app-message-form',
  imports: [
    AddressForm,
    Afresh,
    CodeForm,
    FullPageButton,
    LinkSent,
    MatProgressBar,
    ProgressNotice,
  ],
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
  protected readonly isBusy = computed(() => this.entry().status === 'busy');
  /** What is shown: while something is tried, the form that it was asked for with. */
  protected readonly form = linkedSignal<
    MessageEntry,
    Exclude<MessageEntry, { status: 'busy' }> | undefined
  >({
    source: this.entry,
    computation: (entry, before) => (entry.status === 'busy' ? before?.value : entry),
  });
  /** What was entered last; it stays, whatever is wrong with it. */
  protected readonly entered = signal<EnteredAddress | undefined>(undefined);
  /** Where the message went, as people read it. */
  protected readonly shownAddress = computed(() => {
    const form = this.form();
    if (form === undefined || form.status === 'address') return '';
    const entered = this.entered();

    return (entered?.address === form.address ? entered.shown : undefined) ?? form.address;
  });
  /** What went wrong that is not about what stands in the field. */
  protected readonly failure = computed(() => {
    const problem = this.isBusy() ? undefined : this.form()?.problem;

    return problem === undefined || isFieldFailure(problem) ? undefined : problem;
  });
  protected readonly words = computed(() => {
    const failure = this.failure();

    return failure && failureWords(failure);
  });
  protected readonly fullPageHelps = computed(() => {
    const failure = this.failure();

    return failure !== undefined && isWindowFailure(failure);
  });
  /** Whether as many messages were sent as may be for now. */
  protected readonly isAtLimit = computed(() => {
    const form = this.form();

    return form !== undefined && form.nextSendAtMs - this.#now() > longestPauseMs;
  });
  /** What is said to those who listen: where a message has gone. */
  protected readonly news = computed(() => {
    const form = this.form();
    if (this.isBusy()) return '';
    switch (form?.status) {
      case 'code':
        return $localize`Code sent to ${this.shownAddress()}:address:`;
      case 'linkSent':
        return $localize`Link sent to ${this.shownAddress()}:address:`;
      case 'address':
      case undefined:
        return '';
    }
  });

  protected send(address: string): void {
    this.typed.emit({ kind: 'address', address });
  }
}
