import { DOCUMENT, inject } from '@angular/core';
import { Router, type CanActivateFn } from '@angular/router';

import { LIGATURE_CONFIG } from '../config/ligature-config';
import { magicLinkIn } from '../session/secondary/message/magic-link';
import { routerPath } from '../session/sign-in/callback-url';
import { AwaitedAnswers } from '../session/window/awaited-answers';

/**
 * Where the link of a message leads first. It is followed in the browser whose tab waits for it; everywhere
 * else, and by whoever only looks at it, it is not spent (SEC-51, SEC-52).
 */
export const linkOpenGuard: CanActivateFn = async () => {
  const router = inject(Router);
  const answers = inject(AwaitedAnswers);
  const { location, defaultView: window } = inject(DOCUMENT);
  const link = magicLinkIn(location.hash, inject(LIGATURE_CONFIG).tenant.origin);
  // The code that is in the link is to be in no address and no history.
  window?.history.replaceState(null, '', location.pathname);
  if (link === undefined || !(await answers.isAwaited(link.state))) {
    return router.createUrlTree([routerPath('/link/elsewhere')]);
  }
  location.replace(link.href);

  // The browser is on its way.
  return new Promise<never>(() => undefined);
};
