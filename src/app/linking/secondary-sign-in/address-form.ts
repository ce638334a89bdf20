import {
  afterNextRender,
  afterRenderEffect,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { CircleAlert } from 'lucide';

import { Afresh } from '../../page-translation/afresh';
import type { FailureCode } from '../../identity/failure';
import type { MessageEntry } from '../../identity/sign-in/message-entry';
import { FailureNotice } from '../notices/failure-notice';
import { clockTime } from '../ui/clock-time';
import { Icon } from '../ui/icon';
import { tickingClock } from '../ui/ticking-clock';
import { enteredEmail, type EnteredAddress } from './entered-address';
import { isFieldFailure } from './field-failure';
import { PhoneField } from './phone-field';

/** Asks where a code or a link is to go. What was typed stays, whatever is wrong with it. */
@Component({
  selector: 'app-address-form',
  imports: [Afresh, FailureNotice, Icon, MatButton, PhoneField],
  templateUrl: './address-form.html',
  styleUrl: './address-form.scss',
})
export class AddressForm {
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  readonly #now = tickingClock();

  readonly isPhone = input.required<boolean>();
  readonly entry = input.required<Extract<MessageEntry, { status: 'address' }>>();
  readonly isBusy = input(false);
  /** What was entered before. */
  readonly kept = input<EnteredAddress>();
  readonly entered = output<EnteredAddress>();
  readonly send = output<string>();
  readonly dismissed = output();

  protected readonly email = viewChild<ElementRef<HTMLInputElement>>('email');
  protected readonly phone = viewChild<PhoneField>('phone');

  /** What stands in the field; nothing until there is a field. */
  protected readonly value = signal<EnteredAddress | undefined>(undefined);
  protected readonly keptText = linkedSignal(() => untracked(this.kept)?.text ?? '');
  /** What is wrong with it: the tenant's answer to what was sent, or what was typed since and not sent at all. */
  protected readonly failure = linkedSignal<FailureCode | undefined>(() => {
    const { problem } = this.entry();

    return !this.isBusy() && problem && isFieldFailure(problem) ? problem : undefined;
  });
  protected readonly seconds = computed(() => {
    const { nextSendAtMs, waitsFor } = this.entry();
    const mayGo = waitsFor !== undefined && waitsFor !== this.value()?.address;

    return mayGo ? 0 : Math.max(0, Math.ceil((nextSendAtMs - this.#now()) / 1000));
  });
  protected readonly clock = computed(() => clockTime(this.seconds()));
  protected readonly maySend = computed(
    () => !this.isBusy() && this.seconds() === 0 && this.value() !== undefined,
  );
  protected readonly describedBy = computed(() =>
    this.failure() === undefined ? 'address-hint' : 'address-error address-hint',
  );

  protected readonly example = 'ada@example.com';
  protected readonly wrong = CircleAlert;

  constructor() {
    afterNextRender(() => {
      if (!this.isPhone()) this.typed(this.#read());
      this.email()?.nativeElement.focus();
    });
    // What was refused is to be mended, so the field has the focus again.
    afterRenderEffect(() => {
      if (this.failure() !== undefined) this.#focus();
    });
  }

  protected typed(value: EnteredAddress | undefined): void {
    const before = this.value();
    this.value.set(value);
    if (value === undefined) return;
    // It was mended, so that nothing is said against it any more.
    const isMended = value.address !== undefined && value.address !== before?.address;
    if (before !== undefined && isMended) this.failure.set(undefined);
    this.entered.emit(value);
  }

  protected typedEmail(): void {
    this.typed(this.#read());
  }

  protected submit(event: Event): void {
    event.preventDefault();
    this.typed(this.#read());
    if (!this.maySend()) return;
    const address = this.value()?.address;
    if (address === undefined) this.#refuse();
    else this.send.emit(address);
  }

  /** Says what is wrong once more, even where that has not changed. */
  #refuse(): void {
    this.failure.set('bad-address');
    this.#focus();
  }

  #focus(): void {
    this.#host.querySelector('input')?.focus();
  }

  #read(): EnteredAddress | undefined {
    const email = this.email()?.nativeElement;

    return email === undefined ? this.phone()?.read() : enteredEmail(email.value);
  }
}
