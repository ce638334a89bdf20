import { Component, DOCUMENT, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';

/** What is shown instead of any page in a frame of another page. */
@Component({
  selector: 'app-framed',
  imports: [MatButton],
  template: `
    <div class="column" data-failure="framed">
      <h1 i18n>This page doesn't work inside another page</h1>
      <p i18n>
        Browsers don't let you sign in here, so that no other page can pretend to be this one.
        Nothing has changed in your account.
      </p>
      <a
        matButton="filled"
        [href]="address"
        target="_blank"
        rel="noopener"
        data-action="open-in-tab"
        i18n
      >
        Open in a new tab
      </a>
    </div>
  `,
})
export class Framed {
  protected readonly address = inject(DOCUMENT).location.href;
}
