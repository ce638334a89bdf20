import { Component, signal } from '@angular/core';
import { LigatureAccount } from 'ligature-angular';

/** The account page inside of a page of the portal's. */
@Component({
  selector: 'portal-security',
  imports: [LigatureAccount],
  template: `
    <h1>Security</h1>
    <label>
      <input #look type="checkbox" (change)="isReadonly.set(look.checked)" />
      Only look
    </label>
    <p role="status">{{ news() }}</p>
    <ligature-account
      [readonly]="isReadonly()"
      [connections]="['google-oauth2', 'github']"
      (unlinked)="news.set('Unlinked ' + $event.left)"
      (failed)="news.set('Not unlinked: ' + $event)"
    />
  `,
  styles: `
    :host {
      display: block;
      max-inline-size: 720px;
      margin-inline: auto;
      padding: 24px;
    }

    h1 {
      font: var(--mat-sys-headline-medium);
    }
  `,
})
export class Security {
  protected readonly isReadonly = signal(false);
  protected readonly news = signal('');
}
