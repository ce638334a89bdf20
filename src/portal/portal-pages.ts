import { inject, LOCALE_ID } from '@angular/core';
import type { Routes } from '@angular/router';

import { hasConsole, pageRoutes } from '../app/app.routes';
import { configuredProviders } from '../app/shell/start/configured-providers';
import { MAY_CHOOSE_LANGUAGE } from '../app/shell/user-menu/language-select';
import { PORTAL_CONSOLE } from './features/with-staging';
import { PortalFrame } from './portal-frame';
import { PORTAL_SETUP } from './portal-setup';

/** All pages of Ligature, in the frame that a portal shows them in. */
export const portalPages: Routes = [
  {
    path: '',
    component: PortalFrame,
    providers: [
      configuredProviders,
      { provide: MAY_CHOOSE_LANGUAGE, useValue: false },
      { provide: LOCALE_ID, useFactory: () => inject(PORTAL_SETUP).entered.locale },
    ],
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
