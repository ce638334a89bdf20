import { Component, computed, input } from '@angular/core';

import { connectionKind } from '../../identity/connection-kinds';

/** Gives the address of a provider's mark. */
export const markOf = (strategy: string): string =>
  `providers/${connectionKind(strategy).mark}.svg`;

/** The mark of a provider, beside its name; it says nothing that the name does not. */
@Component({
  selector: 'app-provider-mark',
  template: `<img [src]="source()" alt="" width="20" height="20" />`,
  styles: `
    :host {
      display: grid;
      place-items: center;
      inline-size: var(--mark-size, 40px);
      block-size: var(--mark-size, 40px);
      flex: none;
      background: #fff;
      border: 1px solid var(--ligature-line);
      border-radius: 8px;
      /* Marks are drawn for white. */
      forced-color-adjust: none;
    }
  `,
})
export class ProviderMark {
  readonly strategy = input.required<string>();

  protected readonly source = computed(() => markOf(this.strategy()));
}
