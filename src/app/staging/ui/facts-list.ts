import { Component, input } from '@angular/core';

import { Afresh } from '../../page-translation/afresh';
import { written, type Writer } from '../../trace/masking';
import type { Fact } from '../checks/rules/verdict';

/** Names and values, side by side. */
@Component({
  selector: 'app-facts-list',
  imports: [Afresh],
  template: `
    <dl>
      @for (fact of facts(); track $index) {
        <dt *appAfresh="fact.name">{{ fact.name }}</dt>
        <dd>
          <code *appAfresh="written(fact.value, write())">{{ written(fact.value, write()) }}</code>
        </dd>
      }
    </dl>
  `,
  styles: `
    dl {
      display: grid;
      grid-template-columns: minmax(96px, auto) minmax(0, 1fr);
      gap: 4px 16px;
      margin: 0;
      font: var(--ligature-type-small);
    }

    dt {
      color: var(--ligature-ink-2);
      overflow-wrap: anywhere;
    }

    /* Some values are words of the page's language. */
    code {
      font: 400 0.8125rem/1.25rem var(--ligature-mono);
      unicode-bidi: plaintext;
    }

    dd {
      margin: 0;
      overflow-wrap: anywhere;
    }
  `,
})
export class FactsList {
  readonly facts = input.required<readonly Fact[]>();
  /** How personal values are written. */
  readonly write = input.required<Writer>();

  protected readonly written = written;
}
