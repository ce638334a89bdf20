import { inject } from '@angular/core';
import type { CanMatchFn, Routes } from '@angular/router';

import { withConsoleTexts } from '../locales/console/with-console-texts';
import { callbackGuard } from './callback/callback-guard';
import { LIGATURE_CONFIG } from './config/ligature-config';
import { signedInGuard } from './shell/signed-in-guard';
import { Welcome } from './shell/welcome/welcome';

/** The pages, by addresses that a portal may have something before. */
export const pageRoutes: Routes = [
  { path: '', pathMatch: 'full', component: Welcome },
  { path: 'callback', canActivate: [callbackGuard], component: Welcome },
  { path: 'link', loadChildren: async () => (await import('./callback/link.routes')).linkRoutes },
  {
    path: 'account',
    canActivate: [signedInGuard],
    loadChildren: async () => (await import('./shell/account.routes')).accountRoutes,
  },
];

/** The console is there only where the configuration says so; elsewhere its address leads nowhere. */
export const hasConsole: CanMatchFn = () => inject(LIGATURE_CONFIG).staging;

/** Every address of the application. */
export const appRoutes: Routes = [
  ...pageRoutes,
  {
    path: 'staging',
    canMatch: [hasConsole],
    loadChildren: async () =>
      (await withConsoleTexts(() => import('./shell/staging.routes'))).stagingRoutes,
  },
  {
    path: '**',
    title: $localize`Page not found`,
    loadComponent: async () => (await import('./shell/arrival/not-found')).NotFound,
  },
];
