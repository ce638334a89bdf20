import { DatePipe } from '@angular/common';
import { Component, computed, input } from '@angular/core';

import { inOrder, type LinkPlan } from '../../identity/link/link-plan';
import { Afresh } from '../../page-translation/afresh';

/** For those who look after the tenant: which id stays, since when there are both, and what will be asked for. */
@Component({
  selector: 'app-link-details',
  imports: [Afresh, DatePipe],
  template: `
    <dl *appAfresh="plan()">
      <dt i18n>Id that stays</dt>
      <dd>
        <code>{{ plan().kept.userId }}</code>&ngsp;
        @if (plan().kept.createdAtMs; as createdAt) {
          <ng-container i18n>since {{ createdAt | date: 'mediumDate' }}</ng-container>
        }
      </dd>
      <dt i18n>Id of the account you add</dt>
      <dd>
        <code>{{ plan().absorbed.userId }}</code>&ngsp;
        @if (plan().absorbed.createdAtMs; as createdAt) {
          <ng-container i18n>since {{ createdAt | date: 'mediumDate' }}</ng-container>
        }
      </dd>
      <dt i18n>Direction</dt>
      @if (plan().kept === order().first) {
        <dd i18n>The account you are signed in with stays.</dd>
      } @else {
        <dd i18n>The account you just signed in to stays.</dd>
      }
      <dt i18n>Requests to the sign-in service</dt>
      <dd>{{ plan().calls }}</dd>
    </dl>
  `,
  styles: `
    dl {
      display: grid;
      grid-template-columns: max-content minmax(0, 1fr);
      gap: 4px 16px;
      margin: 0;

      @media (width < 600px) {
        grid-template-columns: minmax(0, 1fr);
        gap: 0;
      }
    }

    dt {
      color: var(--ligature-ink-3);
    }

    dd {
      margin: 0;
      overflow-wrap: anywhere;
    }
  `,
})
export class LinkDetails {
  readonly plan = input.required<LinkPlan>();

  protected readonly order = computed(() => inOrder(this.plan()));
}
