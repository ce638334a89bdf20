import { HttpClient } from '@angular/common/http';
import { Component, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { catchError, map, of } from 'rxjs';

/** A page that asks the portal's own API, with a token for its audience. */
@Component({
  selector: 'portal-reports',
  template: `
    <h1>Reports</h1>
    <p role="status">{{ answer() }}</p>
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
export class Reports {
  protected readonly answer = toSignal(
    inject(HttpClient)
      .get<{ readonly subject: string }>('/api/reports')
      .pipe(
        map(({ subject }) => `Reports for ${subject}`),
        catchError(() => of('Sign in to see your reports.')),
      ),
    { initialValue: 'One moment …' },
  );
}
