import type { Routes } from '@angular/router';

import { StagingPage } from '../staging/staging-page';

/** The pages of the console, below `/staging`. */
export const stagingRoutes: Routes = [
  {
    path: '',
    component: StagingPage,
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'checks' },
      {
        path: 'checks',
        title: $localize`Checks`,
        loadComponent: async () => (await import('../staging/checks/checks-page')).ChecksPage,
      },
      {
        path: 'trace',
        title: $localize`Trace`,
        loadComponent: async () => (await import('../staging/trace/trace-page')).TracePage,
      },
      {
        path: 'drills',
        title: $localize`Drills`,
        loadComponent: async () => (await import('../staging/drills/drills-page')).DrillsPage,
      },
      {
        path: 'preview',
        title: $localize`Policy preview`,
        loadComponent: async () => (await import('../staging/preview/preview-page')).PreviewPage,
      },
    ],
  },
];
