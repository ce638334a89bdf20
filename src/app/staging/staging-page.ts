import { Component } from '@angular/core';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';

import { ChecksStore } from './checks/checks-store';
import { LeftoversStore } from './drills/leftovers-store';

/** `/staging`: the pages of the console. What was checked is kept while one goes from one to the other. */
@Component({
  selector: 'app-staging-page',
  imports: [RouterLink, RouterLinkActive, RouterOutlet],
  providers: [ChecksStore, LeftoversStore],
  template: `
    <nav aria-label="Staging" i18n-aria-label>
      <a
        routerLink="checks"
        data-action="nav-checks"
        routerLinkActive="active"
        ariaCurrentWhenActive="page"
        i18n
        >Checks</a
      >
      <a
        routerLink="trace"
        data-action="nav-trace"
        routerLinkActive="active"
        ariaCurrentWhenActive="page"
        i18n
        >Trace</a
      >
      <a
        routerLink="drills"
        data-action="nav-drills"
        routerLinkActive="active"
        ariaCurrentWhenActive="page"
        i18n
        >Drills</a
      >
      <a
        routerLink="preview"
        data-action="nav-preview"
        routerLinkActive="active"
        ariaCurrentWhenActive="page"
        i18n
        >Policy preview</a
      >
    </nav>
    <router-outlet />
  `,
  styleUrl: './staging-page.scss',
})
export class StagingPage {}
