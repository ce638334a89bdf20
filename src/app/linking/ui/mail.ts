import { Component, computed, input } from '@angular/core';

/**
 * Shows what an account is known by. Where there is no room for an e-mail address, its domain stands on the next line,
 * so that addresses of one person can be told apart; only what is still too long is cut. All of it is read out, and shown
 * where a pointer rests on it.
 */
@Component({
  selector: 'app-mail',
  // Without a blank between the two: they are one address.
  template: `<span>{{ parts().start }}</span
    ><span>{{ parts().end }}</span>`,
  host: { dir: 'ltr', '[title]': 'address()' },
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      min-inline-size: 0;
      max-inline-size: 100%;
      overflow-wrap: normal;
      white-space: nowrap;
    }

    span {
      max-inline-size: 100%;
      overflow: hidden;
      text-overflow: ellipsis;
    }

    /* The address reads from left to right on every page, and stands where its line begins. */
    :host-context([dir='rtl']) {
      justify-content: end;
    }
  `,
})
export class Mail {
  readonly address = input.required<string>();

  protected readonly parts = computed(() => {
    const address = this.address();
    const at = address.lastIndexOf('@');

    return at > 0
      ? { start: address.slice(0, at), end: address.slice(at) }
      : { start: address, end: '' };
  });
}
