import { Component } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { PagePath } from '../linking/ui/links/page-path';

/** Where the link of a message ends that no tab of this browser has asked for; it has not been followed. */
@Component({
  selector: 'app-link-elsewhere',
  imports: [MatButton, PagePath, RouterLink],
  template: `
    <h1 i18n>Open the link where you asked for it</h1>
    <div class="notice info" role="alert" data-failure="other-browser">
      <p i18n>
        No page in this browser is waiting for this link. Nothing has changed, and the link can
        still be used: open it in the browser in which you asked for it, while that page is open.
        You can close this one.
      </p>
      <p i18n>
        If your messages open in this browser, copy the link and paste it into the other one. Or ask
        for a new link here.
      </p>
    </div>
    <p>
      <a matButton="outlined" [routerLink]="'/account' | pagePath" data-action="go-to-account" i18n>
        Go to your sign-in methods
      </a>
    </p>
  `,
})
export class LinkElsewhere {}
