import { DOCUMENT, inject } from '@angular/core';
import { Router, type CanActivateFn } from '@angular/router';

import { PendingLink } from './session/pending-link';

/**
 * Hands a returned second sign-in to the wizard that began it, and never stays on the callback address. One
 * that this tab did not begin leads to the account page, which says so, and is not used.
 */
export const linkCallbackGuard: CanActivateFn = async () => {
  const router = inject(Router);
  const connection = await inject(PendingLink).acceptReturn(inject(DOCUMENT).location.href);

  return connection === undefined
    ? router.createUrlTree(['/account'], { queryParams: { notice: 'no-sign-in-pending' } })
    : router.createUrlTree(['/account/link', connection]);
};
