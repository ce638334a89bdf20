import {
  afterNextRender,
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  LOCALE_ID,
  output,
  untracked,
  viewChild,
  type ElementRef,
} from '@angular/core';
import { ChevronDown } from 'lucide';

import { Afresh } from '../../page-translation/afresh';
import { Icon } from '../ui/icon';
import type { EnteredAddress } from './entered-address';
import {
  countryOf,
  countryOfBrowser,
  exampleNumber,
  phoneCountries,
  phoneNumberIn,
  type PhoneCountry,
} from './phone-numbers';

/**
 * Asks for a phone number as people write it, and for its country, which the code moves when one is typed or pasted. It
 * brings what is known of the numbers of all countries, so that it is loaded when it is shown.
 */
@Component({
  selector: 'app-phone-field',
  imports: [Afresh, Icon],
  templateUrl: './phone-field.html',
  styleUrl: './phone-field.scss',
})
export class PhoneField {
  readonly #locale = inject(LOCALE_ID);

  /** What was entered before. */
  readonly kept = input.required<EnteredAddress | undefined>();
  readonly isBusy = input(false);
  readonly isInvalid = input(false);
  readonly describedBy = input('');
  readonly entered = output<EnteredAddress>();

  protected readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');

  protected readonly countries = phoneCountries(this.#locale);
  protected readonly country = linkedSignal(() =>
    this.#countryOf(untracked(this.kept)?.country?.code),
  );
  protected readonly text = linkedSignal(() => untracked(this.kept)?.text ?? '');
  protected readonly example = computed(() => exampleNumber(this.country().code));
  protected readonly number = computed(() => phoneNumberIn(this.text(), this.country().code));
  readonly #value = computed((): EnteredAddress => ({
    text: this.text(),
    country: this.country(),
    ...this.number(),
  }));

  protected readonly down = ChevronDown;

  constructor() {
    afterNextRender(() => this.focus());
    effect(() => this.entered.emit(this.#value()));
  }

  focus(): void {
    this.field().nativeElement.focus();
  }

  /** Reads the field as it is now, whoever has filled it in. */
  read(): EnteredAddress {
    const text = this.field().nativeElement.value;
    this.text.set(text);
    this.choose(countryOf(text, this.country().code));

    return this.#value();
  }

  protected choose(code: string): void {
    this.country.set(this.#countryOf(code));
  }

  #countryOf(code: string = countryOfBrowser(navigator.languages)): PhoneCountry {
    const [first] = this.countries;
    const country = this.countries.find((each) => each.code === code) ?? first;
    if (country === undefined) throw new Error('There are no countries.');

    return country;
  }
}
