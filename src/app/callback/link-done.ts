import { Component } from '@angular/core';

/** Where a window ends whose answer the page that opened it has taken, if the browser does not let it close. */
@Component({
  selector: 'app-link-done',
  template: `
    <h1 i18n>Done here</h1>
    <p i18n>You have signed in, and the page you came from goes on. You can close this window.</p>
  `,
})
export class LinkDone {}
