import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';

import type { Connection } from '../../identity/connection';
import { ProviderMark } from '../ui/provider-mark';

/** The ways to sign in that can be added, each as a link to its wizard. */
@Component({
  selector: 'app-connection-list',
  imports: [RouterLink, ProviderMark],
  template: `
    <ul class="tiles">
      @for (connection of connections(); track connection.name) {
        <li>
          <a
            class="tile"
            [routerLink]="['/account/link', connection.name]"
            data-action="open-link"
            [attr.data-target]="connection.name"
          >
            <app-provider-mark [strategy]="connection.strategy" />
            <span class="words" i18n>Link {{ connection.label }}</span>
            <span class="go" aria-hidden="true"></span>
          </a>
        </li>
      }
    </ul>
  `,
  styles: `
    .words {
      font: var(--mat-sys-title-small);
    }

    .go {
      inline-size: 8px;
      block-size: 8px;
      margin-inline: 8px;
      border-block-start: 2px solid currentcolor;
      border-inline-end: 2px solid currentcolor;
      rotate: 45deg;
      opacity: 0.6;

      &:dir(rtl) {
        rotate: -45deg;
      }
    }
  `,
})
export class ConnectionList {
  readonly connections = input.required<readonly Connection[]>();
}
