import { Component, input } from '@angular/core';

import { Afresh } from '../../page-translation/afresh';
import { written, type Writer } from '../../trace/masking';
import { whoWords } from './catalogue/step-words';
import type { ComparedAccount } from './judge/accounts-compared';

/** The accounts of a drill before it and after it, side by side; what has changed is marked. */
@Component({
  selector: 'app-drill-accounts',
  imports: [Afresh],
  template: `
    @for (account of accounts(); track account.who) {
      <table *appAfresh="account">
        <caption>
          {{
            whoWords[account.who]
          }}
        </caption>
        <thead>
          <tr>
            <td></td>
            <th scope="col" i18n>Before</th>
            <th scope="col">
              @switch (account.after) {
                @case ('there') {
                  <ng-container i18n>After</ng-container>
                }
                @case ('gone') {
                  <ng-container i18n>After: no longer an account of its own</ng-container>
                }
                @case ('notSeen') {
                  <ng-container i18n>After: not known</ng-container>
                }
              }
            </th>
          </tr>
        </thead>
        <tbody>
          @for (fact of account.facts; track fact.name) {
            <tr [class.changed]="account.after === 'there' && fact.isChanged">
              <th scope="row">{{ fact.name }}</th>
              <td>
                <code>{{ fact.before === undefined ? '–' : written(fact.before, write()) }}</code>
              </td>
              <td>
                <code>{{ fact.after === undefined ? '–' : written(fact.after, write()) }}</code>
                @if (account.after === 'there' && fact.isChanged) {
                  <span class="heard" i18n>changed</span>
                }
              </td>
            </tr>
          }
        </tbody>
      </table>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 12px;
      margin-block: 8px;
    }

    table {
      inline-size: 100%;
      border-collapse: collapse;
      table-layout: fixed;
      font: var(--ligature-type-small);
    }

    caption {
      padding-block-end: 4px;
      font: 500 0.875rem/1.25rem var(--ligature-font);
      text-align: start;
    }

    caption::first-letter {
      text-transform: uppercase;
    }

    th,
    td {
      padding: 4px 8px;
      border-block-start: 1px solid var(--ligature-line);
      overflow-wrap: anywhere;
      text-align: start;
      vertical-align: top;
    }

    th {
      color: var(--ligature-ink-2);
      font: var(--ligature-type-mini);
    }

    code {
      font: 400 0.8125rem/1.25rem var(--ligature-mono);
    }

    .changed td:last-child {
      background: var(--ligature-accent-soft);
      box-shadow: inset 2px 0 var(--ligature-accent);
    }
  `,
})
export class DrillAccounts {
  readonly accounts = input.required<readonly ComparedAccount[]>();
  /** How personal values are written. */
  readonly write = input.required<Writer>();

  protected readonly whoWords = whoWords;
  protected readonly written = written;
}
