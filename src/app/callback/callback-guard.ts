import { inject } from '@angular/core';
import { Router, type CanActivateFn } from '@angular/router';
import { map } from 'rxjs';

import { PrimarySession } from '../session/primary/primary-session';
import { routerPath } from '../session/sign-in/callback-url';

/** Holds the callback address until the sign-in is judged, and never stays on it. */
export const callbackGuard: CanActivateFn = () => {
  const router = inject(Router);

  return inject(PrimarySession).settled.pipe(
    map(({ status }) =>
      router.createUrlTree([routerPath(status === 'signedIn' ? '/account' : '/')]),
    ),
  );
};
