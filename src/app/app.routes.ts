import type { Routes } from '@angular/router';

import { callbackGuard } from './callback-guard';
import { NotFound } from './not-found';
import { signedInGuard } from './signed-in-guard';
import { stagingGuard } from './staging-guard';
import { Welcome } from './welcome';

/** Every address of the application. */
export const appRoutes: Routes = [
  { path: '', pathMatch: 'full', component: Welcome },
  { path: 'callback', canActivate: [callbackGuard], component: Welcome },
  { path: 'link', loadChildren: async () => (await import('./link.routes')).linkRoutes },
  {
    path: 'account',
    canActivate: [signedInGuard],
    loadChildren: async () => (await import('./account.routes')).accountRoutes,
  },
  {
    path: 'staging',
    canMatch: [stagingGuard],
    loadComponent: async () => (await import('./staging/staging-page/staging-page')).StagingPage,
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'checks' },
      {
        path: 'checks',
        title: $localize`Checks`,
        loadComponent: async () => (await import('./staging/checks-page/checks-page')).ChecksPage,
      },
      {
        path: 'trace',
        title: $localize`Trace`,
        loadComponent: async () => (await import('./staging/trace-page/trace-page')).TracePage,
      },
      {
        path: 'drills',
        title: $localize`Drills`,
        loadComponent: async () => (await import('./staging/drills-page/drills-page')).DrillsPage,
      },
    ],
  },
  { path: '**', title: $localize`Page not found`, component: NotFound },
];
