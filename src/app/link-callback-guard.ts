import { DOCUMENT, inject } from '@angular/core';
import { Router, type CanActivateFn } from '@angular/router';

import { MagicLinkTabs } from './session/message/magic-link-tabs';
import { PendingLink } from './session/second/pending-link';

/**
 * Hands a returned second sign-in to the wizard that began it: in this tab, or in the one that sent the link
 * that was opened here. Whatever nobody has begun is not used. It never stays on the callback's address.
 */
export const linkCallbackGuard: CanActivateFn = async () => {
  const router = inject(Router);
  const tabs = inject(MagicLinkTabs);
  const { href } = inject(DOCUMENT).location;
  const connection = await inject(PendingLink).acceptReturn(href);
  if (connection !== undefined) return router.createUrlTree(['/account/link', connection]);

  const isTaken = await tabs.handOver(href);

  return router.createUrlTree([isTaken ? '/link/opened' : '/link/unknown']);
};
