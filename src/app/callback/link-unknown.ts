import { Component } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';

import { SupportNote } from '../linking/notices/support-note';
import { PagePath } from '../linking/ui/links/page-path';

/** Where a second sign-in ends that no tab of this browser is waiting for. */
@Component({
  selector: 'app-link-unknown',
  imports: [MatButton, PagePath, RouterLink, SupportNote],
  template: `
    <h1 i18n>This sign-in can't be used</h1>
    <div class="notice failed" role="alert" data-failure="no-sign-in-pending">
      <p i18n>
        Nothing has changed. It was used already, or begun in another browser, or its tab has been
        closed. Begin again, and leave the page open until you are back.
      </p>
    </div>
    <p>
      <a matButton="filled" [routerLink]="'/account' | pagePath" data-action="go-to-account" i18n>
        Go to your sign-in methods
      </a>
    </p>
    <app-support-note [code]="'no-sign-in-pending'" />
  `,
})
export class LinkUnknown {}
