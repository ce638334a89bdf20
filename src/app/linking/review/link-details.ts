import { Component, input } from '@angular/core';

import type { LinkPlan } from '../../identity/link/link-plan';
import { Afresh } from '../../page-translation/afresh';

/** For those who look after the tenant: which id stays, and what will be asked of it. */
@Component({
  selector: 'app-link-details',
  imports: [Afresh],
  template: `
    <details>
      <summary i18n>Details</summary>
      <dl *appAfresh="plan()">
        <dt i18n>Id that stays</dt>
        <dd>
          <code>{{ plan().kept.userId }}</code>
        </dd>
        <dt i18n>Id that joins it</dt>
        <dd>
          <code>{{ plan().absorbed.userId }}</code>
        </dd>
        <dt i18n>Direction</dt>
        @switch (plan().direction) {
          @case ('keepFirst') {
            <dd i18n>The account you are signed in with is kept.</dd>
          }
          @case ('keepSecond') {
            <dd i18n>The account you have just proven is kept.</dd>
          }
        }
        <dt i18n>Requests to the sign-in service</dt>
        <dd>{{ plan().calls }}</dd>
      </dl>
    </details>
  `,
  styleUrl: './link-details.scss',
})
export class LinkDetails {
  readonly plan = input.required<LinkPlan>();
}
