import { Component, computed, inject, input, LOCALE_ID } from '@angular/core';

import type { BrandLinks as Links } from '../../config/ligature-config';
import { textIn } from '../../config/localized-text';
import { supportAddress } from '../../identity/support';
import { SUPPORT } from '../../linking/notices/support';

/** Whom to ask, and the pages that a company has to name, at the foot of every page. They open beside it, and nothing is lost. */
@Component({
  selector: 'app-brand-links',
  template: `
    @for (link of shown(); track link.url) {
      <a [href]="link.url" target="_blank" rel="noopener">{{ link.name }}</a>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 20px;
      justify-content: center;
    }

    a {
      min-block-size: 24px;
      color: var(--ligature-ink-2);
      font: var(--ligature-type-small);
    }
  `,
})
export class BrandLinks {
  readonly #locale = inject(LOCALE_ID);

  readonly #support = inject(SUPPORT);

  readonly links = input<Links | undefined>();

  protected readonly shown = computed(() => {
    const { privacy, terms, imprint } = this.links() ?? {};
    const support = this.#support;
    const help = support ? [{ name: support.label, url: supportAddress(support) }] : [];
    const pages = [
      { name: $localize`Privacy`, url: privacy },
      { name: $localize`Terms`, url: terms },
      { name: $localize`Legal notice`, url: imprint },
    ].flatMap(({ name, url }) =>
      url === undefined ? [] : [{ name, url: textIn(url, this.#locale) }],
    );

    return [...help, ...pages];
  });
}
