import { Component, computed, input } from '@angular/core';

import type { Connection } from '../../identity/connection';
import type { LinkPlan } from '../../identity/link/link-plan';
import { displayText } from '../../identity/text/display-text';
import { accountNames } from '../ui/account-names';

/** What follows from the choice: whose id other systems know, whose name it is, and who is signed in. */
@Component({
  selector: 'app-direction-effects',
  template: `
    <p i18n>What keeping {{ kept() }} means:</p>
    <ul>
      <li i18n>
        Its id stays, the one that ends in {{ keptEnd() }}. Other systems that know you by the other
        id, which ends in {{ absorbedEnd() }}, will not find you under it any more.
      </li>
      @if (about(); as about) {
        <li i18n>Its name, e-mail address and picture stay: {{ about }}.</li>
      } @else {
        <li i18n>Its name, e-mail address and picture stay.</li>
      }
      @if (isSwap()) {
        <li i18n>
          When it is done, you are signed in with that account instead of the one you use now.
        </li>
      }
    </ul>
  `,
  styles: `
    :host {
      display: block;
      color: var(--mat-sys-on-surface-variant);
      font: var(--mat-sys-body-medium);
      overflow-wrap: anywhere;
    }

    p {
      margin: 0;
    }

    ul {
      margin-block: 4px 0;
      padding-inline-start: 20px;
    }
  `,
})
export class DirectionEffects {
  readonly plan = input.required<LinkPlan>();
  readonly connections = input.required<readonly Connection[]>();

  protected readonly kept = computed(() => accountNames(this.plan(), this.connections()).kept);
  protected readonly keptEnd = computed(() => this.plan().kept.userId.slice(-4));
  protected readonly absorbedEnd = computed(() => this.plan().absorbed.userId.slice(-4));
  protected readonly isSwap = computed(() => this.plan().direction === 'keepSecond');
  protected readonly about = computed(() => {
    const { name = '', email = '' } = this.plan().kept.profile;

    return [...new Set([name, email].map(displayText))].filter((text) => text !== '').join(', ');
  });
}
