import { Component, computed, input } from '@angular/core';

/** What an account is known by, within a sentence: an e-mail address breaks before its `@` and its dots, and not in a word. */
@Component({
  selector: 'app-inline-mail',
  // Without a blank between the parts: they are one address.
  template: `@for (part of parts(); track $index) {
    <wbr /><span>{{ part }}</span>
  }`,
  host: { dir: 'ltr' },
})
export class InlineMail {
  readonly address = input.required<string>();

  protected readonly parts = computed(() => this.address().split(/(?=[@.])/));
}
