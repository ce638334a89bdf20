import { Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';

import type { Connection } from '../../identity/connection';
import { Afresh } from '../../page-translation/afresh';
import { isPlainClick } from '../ui/links/plain-click';
import { ProviderMark } from '../ui/provider-mark';
import { PagePath } from '../ui/links/page-path';

/** Says that the person may have another account here, which the tenant has noticed when they signed in. */
@Component({
  selector: 'app-suggested',
  imports: [Afresh, MatButton, ProviderMark, PagePath, RouterLink],
  template: `
    <section class="card" aria-label="Suggested" i18n-aria-label>
      <div class="marks">
        @for (connection of connections(); track connection.name) {
          <app-provider-mark [strategy]="connection.strategy" />
        }
      </div>
      <div class="words">
        @if (only(); as connection) {
          <h2 *appAfresh="connection" i18n>Is this {{ connection.label }} account yours too?</h2>
        } @else {
          <h2 i18n>Are these accounts yours too?</h2>
        }
        @if (isNew()) {
          <p i18n>This account is new: it was made when you signed in just now.</p>
        }
        <p *appAfresh="address()" i18n>It uses {{ address() }}. Link it and use either.</p>
      </div>
      <div class="steps">
        <button
          matButton
          type="button"
          data-action="decline-suggestion"
          (click)="declined.emit()"
          i18n
        >
          Not now
        </button>
        @for (connection of connections(); track connection.name) {
          <a
            [matButton]="$first ? 'filled' : 'outlined'"
            [routerLink]="['/account/link' | pagePath, connection.name]"
            (click)="choose($event, connection)"
            data-action="open-link"
            [attr.data-target]="connection.name"
          >
            <span *appAfresh="connection" i18n>Link {{ connection.label }}</span>
          </a>
        }
      </div>
    </section>
  `,
  styles: `
    section {
      display: flex;
      flex-wrap: wrap;
      gap: 12px 16px;
      align-items: center;
      padding: 16px;
      padding-inline-start: 20px;
      border-color: var(--ligature-accent-line);
      background: linear-gradient(var(--ligature-accent-soft), var(--ligature-surface) 160%);
    }

    .marks {
      display: flex;
    }

    app-provider-mark + app-provider-mark {
      margin-inline-start: -5px;
    }

    .words {
      flex: 1 1 240px;
    }

    h2,
    p {
      margin: 0;
    }

    p {
      color: var(--ligature-ink-2);
      font: var(--ligature-type-small);
    }

    .steps {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;

      @media (width < 600px) {
        flex: 1 1 100%;

        > * {
          flex: 1;
        }
      }
    }
  `,
})
export class Suggested {
  readonly connections = input.required<readonly Connection[]>();
  /** The address that both accounts have. */
  readonly address = input.required<string>();
  /** Whether the account that the person is in was made by this sign-in. */
  readonly isNew = input(false);
  readonly declined = output();
  /** A method was pressed, in this very click; its link leads to the page of it. */
  readonly pressed = output<Connection>();

  protected readonly only = computed(() => {
    const [first, ...others] = this.connections();

    return others.length === 0 ? first : undefined;
  });

  protected choose(click: MouseEvent, connection: Connection): void {
    if (isPlainClick(click)) this.pressed.emit(connection);
  }
}
