import { inject } from '@angular/core';
import { Router, type CanActivateFn } from '@angular/router';
import { map } from 'rxjs';

import { PrimarySession } from '../session/primary/primary-session';
import { pathBelowMount, routerPath } from '../session/sign-in/callback-url';

/** Lets the signed-in person through, and everyone else to the start page, from where they come back. */
export const signedInGuard: CanActivateFn = (_route, { url }) => {
  const session = inject(PrimarySession);
  const router = inject(Router);

  return session.settled.pipe(
    map(({ status }) => {
      if (status === 'signedIn') return true;
      session.rememberTarget(pathBelowMount(url));

      return router.createUrlTree([routerPath('/')]);
    }),
  );
};
