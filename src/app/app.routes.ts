import { inject } from '@angular/core';
import type { Routes } from '@angular/router';

import { callbackGuard } from './callback/callback-guard';
import { LIGATURE_CONFIG } from './config/ligature-config';
import { NotFound } from './shell/arrival/not-found';
import { signedInGuard } from './shell/signed-in-guard';
import { Welcome } from './shell/welcome/welcome';

/** Every address of the application. */
export const appRoutes: Routes = [
  { path: '', pathMatch: 'full', component: Welcome },
  { path: 'callback', canActivate: [callbackGuard], component: Welcome },
  { path: 'link', loadChildren: async () => (await import('./callback/link.routes')).linkRoutes },
  {
    path: 'account',
    canActivate: [signedInGuard],
    loadChildren: async () => (await import('./shell/account.routes')).accountRoutes,
  },
  {
    path: 'staging',
    // The console is there only where the configuration says so; elsewhere its address leads nowhere.
    canMatch: [() => inject(LIGATURE_CONFIG).staging],
    loadComponent: async () => (await import('./staging/staging-page')).StagingPage,
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'checks' },
      {
        path: 'checks',
        title: $localize`Checks`,
        loadComponent: async () => (await import('./staging/checks/checks-page')).ChecksPage,
      },
      {
        path: 'trace',
        title: $localize`Trace`,
        loadComponent: async () => (await import('./staging/trace/trace-page')).TracePage,
      },
      {
        path: 'drills',
        title: $localize`Drills`,
        loadComponent: async () => (await import('./staging/drills/drills-page')).DrillsPage,
      },
      {
        path: 'preview',
        title: $localize`Policy preview`,
        loadComponent: async () => (await import('./staging/preview/preview-page')).PreviewPage,
      },
    ],
  },
  { path: '**', title: $localize`Page not found`, component: NotFound },
];
