import { DOCUMENT, inject } from '@angular/core';
import { Router, type CanActivateFn } from '@angular/router';

import { MagicLinkTabs } from './session/message/magic-link-tabs';
import type { Errand } from './session/second/errand';
import { PendingSignIn } from './session/second/pending-sign-in';

/**
 * Hands a returned second sign-in to the page that began it: in this tab, or in the one that sent the link
 * that was opened here. Whatever nobody has begun is not used. It never stays on the callback's address.
 */
export const linkCallbackGuard: CanActivateFn = async () => {
  const router = inject(Router);
  const tabs = inject(MagicLinkTabs);
  const { href } = inject(DOCUMENT).location;
  const errand = await inject(PendingSignIn).acceptReturn(href);
  if (errand !== undefined) return router.createUrlTree(pageOf(errand));

  const isTaken = await tabs.handOver(href);

  return router.createUrlTree([isTaken ? '/link/opened' : '/link/unknown']);
};

/** Where its errand goes on. */
function pageOf(errand: Errand): readonly string[] {
  switch (errand.purpose) {
    case 'link':
      return ['/account/link', errand.connection];
    case 'putBack':
      return ['/account'];
  }
}
