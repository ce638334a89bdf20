import { Component, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';

import type { Connection } from '../../identity/connection';
import { ConnectionList } from '../account/connection-list';

/** Says that the person may have another account here, which the tenant has noticed when they signed in. */
@Component({
  selector: 'app-suggested',
  imports: [ConnectionList, MatButton],
  template: `
    <section aria-labelledby="suggested">
      <h2 id="suggested" i18n>Suggested</h2>
      <p i18n>
        There is another account with your e-mail address. If it is yours, link it, and both open
        the same account.
      </p>
      <app-connection-list [connections]="connections()" />
      <div>
        <button
          matButton
          type="button"
          data-action="decline-suggestion"
          (click)="declined.emit()"
          i18n
        >
          Not now
        </button>
      </div>
    </section>
  `,
  styles: `
    section {
      display: grid;
      gap: 8px;
      padding: 16px;
      border: 1px solid var(--mat-sys-outline-variant);
      border-radius: 12px;
    }

    h2,
    p {
      margin: 0;
    }

    h2 {
      font: var(--mat-sys-title-medium);
    }

    p {
      color: var(--mat-sys-on-surface-variant);
    }
  `,
})
export class Suggested {
  readonly connections = input.required<readonly Connection[]>();
  readonly declined = output();
}
