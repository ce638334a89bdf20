import { Component, computed, input } from '@angular/core';

/** What stands before the `@` is cut from this many letters on, and this many of them always stay at its end. */
const [long, kept] = [12, 3];

/**
 * Shows what an account is known by on one line. Where there is no room for an e-mail address, it is cut before
 * the `@`, a long one some letters before that, and the domain stays; all of it is read out, and shown where a pointer rests on it.
 */
@Component({
  selector: 'app-mail',
  // Without a blank between the two: they are one address.
  template: `<span class="cut">{{ parts().start }}</span
    ><span>{{ parts().end }}</span>`,
  host: { dir: 'ltr', '[title]': 'address()' },
  styles: `
    :host {
      display: flex;
      min-inline-size: 0;
      max-inline-size: 100%;
      overflow-wrap: normal;
      white-space: nowrap;
    }

    .cut {
      min-inline-size: 1.5em;
      overflow: hidden;
      text-overflow: ellipsis;
    }

    /* A domain is cut only where it fills the line by itself. */
    .cut + span {
      flex: none;
      max-inline-size: calc(100% - 1.5em);
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

    if (at <= 0) return { start: address, end: '' };
    // Addresses of one person often differ in their last letters alone.
    const cut = at < long ? at : at - kept;

    return { start: address.slice(0, cut), end: address.slice(cut) };
  });
}
