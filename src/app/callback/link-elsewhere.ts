import { Component } from '@angular/core';

/** Where the link of a message ends that no tab of this browser has asked for; it has not been followed. */
@Component({
  selector: 'app-link-elsewhere',
  template: `
    <h1 i18n>Open the link where you asked for it</h1>
    <div class="notice failed" role="alert" data-failure="other-browser">
      <p i18n>
        No page in this browser is waiting for this link. Nothing has changed, and the link can
        still be used: open it in the browser in which you asked for it, while that page is open.
        You can close this one.
      </p>
    </div>
  `,
})
export class LinkElsewhere {}
