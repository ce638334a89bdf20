import { Component, inject } from '@angular/core';
import { RouterOutlet, type Routes } from '@angular/router';

import { hasConsole, pageRoutes } from '../../app/app.routes';
import { ArrivalFocus } from '../../app/shell/arrival/arrival-focus';
import { PageArrival } from '../../app/shell/arrival/page-arrival';
import { PORTAL_CONSOLE } from '../features/with-staging';
import { PortalFrame } from './portal-frame';
import { portalProviders } from './portal-providers';

/** Where a portal shows the pages: one at a time, in a column. */
@Component({
  selector: 'ligature-pages',
  imports: [ArrivalFocus, PageArrival, PortalFrame, RouterOutlet],
  template: `
    <ligature-frame>
      <div class="column" appArrivalFocus>
        <app-page-arrival />
        <router-outlet />
      </div>
    </ligature-frame>
  `,
})
class PortalPages {}

/** All pages of Ligature, in the frame that a portal shows them in. */
export const portalPages: Routes = [
  {
    path: '',
    component: PortalPages,
    providers: portalProviders,
    children: [
      ...pageRoutes,
      {
        path: 'staging',
        canMatch: [() => inject(PORTAL_CONSOLE, { optional: true }) !== null, hasConsole],
        loadChildren: () => inject(PORTAL_CONSOLE).loadRoutes(),
      },
    ],
  },
];
