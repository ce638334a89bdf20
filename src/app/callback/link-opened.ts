import { Component } from '@angular/core';

/** Where a link ends whose answer another tab has taken. */
@Component({
  selector: 'app-link-opened',
  template: `
    <h1 i18n>Go back to the other tab</h1>
    <p i18n>
      The link was right, and the tab in which you asked for it goes on. You can close this one.
    </p>
  `,
})
export class LinkOpened {}
