import { Component } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';

/** Every address that leads nowhere. */
@Component({
  selector: 'app-not-found',
  imports: [MatButton, RouterLink],
  template: `
    <h1 i18n>Page not found</h1>
    <p i18n>There is nothing at this address. It may have been mistyped, or moved.</p>
    <a matButton="filled" routerLink="/" data-action="go-to-start" i18n>Go to the start page</a>
  `,
})
export class NotFound {}
