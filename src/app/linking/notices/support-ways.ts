import { Component, inject } from '@angular/core';

import { SUPPORT } from './support';

/** Whom to ask, in every way that the site names; nothing where it names nobody. */
@Component({
  selector: 'app-support-ways',
  template: `
    @if (support; as support) {
      <span>
        <ng-container i18n>Still stuck? Contact</ng-container>&ngsp;
        @if (support.url) {
          <a [href]="support.url" target="_blank" rel="noopener">{{ support.label }}</a>
        } @else {
          {{ support.label }}
        }
      </span>
      <span class="ways">
        @if (support.email) {
          <a [href]="'mailto:' + support.email">{{ support.email }}</a>
        }
        @if (support.phone) {
          <a [href]="'tel:' + support.phone">{{ support.phone }}</a>
        }
      </span>
    }
  `,
  styles: `
    :host {
      display: block;
    }

    .ways {
      display: flex;
      flex-wrap: wrap;
      gap: 0 12px;
      font: var(--ligature-type-small);

      &:empty {
        display: none;
      }

      a {
        min-block-size: 24px;
        color: var(--ligature-ink-2);
      }
    }
  `,
})
export class SupportWays {
  protected readonly support = inject(SUPPORT);
}
