import { inject, Service } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { TitleStrategy, type RouterStateSnapshot } from '@angular/router';

import { LIGATURE_CONFIG } from '../config/ligature-config';

/** Names the browser's tab after the page and the product. */
@Service()
export class ProductTitle extends TitleStrategy {
  readonly #title = inject(Title);
  readonly #productName = inject(LIGATURE_CONFIG).branding.productName;

  override updateTitle(snapshot: RouterStateSnapshot): void {
    const page = this.buildTitle(snapshot);
    this.#title.setTitle(page === undefined ? this.#productName : `${page} · ${this.#productName}`);
  }
}
