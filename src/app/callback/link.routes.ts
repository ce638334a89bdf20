import type { Routes } from '@angular/router';

import { linkCallbackGuard } from './link-callback-guard';
import { LinkDone } from './link-done';
import { LinkElsewhere } from './link-elsewhere';
import { linkOpenGuard } from './link-open-guard';
import { LinkOpened } from './link-opened';
import { LinkUnknown } from './link-unknown';

/** What a second sign-in and the link of a message come back to, below `/link`; the two guards never show a page. */
export const linkRoutes: Routes = [
  { path: 'callback', canActivate: [linkCallbackGuard], component: LinkUnknown },
  { path: 'done', title: $localize`You can close this window`, component: LinkDone },
  { path: 'opened', title: $localize`Go back to the other tab`, component: LinkOpened },
  { path: 'open', canActivate: [linkOpenGuard], component: LinkElsewhere },
  {
    path: 'elsewhere',
    title: $localize`Open the link where you asked for it`,
    component: LinkElsewhere,
  },
  { path: 'unknown', title: $localize`This sign-in can't be used`, component: LinkUnknown },
];
