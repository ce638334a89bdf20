import { DOCUMENT, inject } from '@angular/core';
import { Router, type CanActivateFn } from '@angular/router';

import { routerPath } from '../session/sign-in/callback-url';
import { PendingSignIn } from '../session/sign-in/pending-sign-in';
import type { SignInPurpose } from '../session/sign-in/sign-in-purpose';
import { AwaitedAnswers, type AwaitedBy } from '../session/window/awaited-answers';

/**
 * Hands a returned sign-in to the page that began it: in this tab, or in the one that opened this window or had
 * the link sent that was opened here. Whatever nobody has begun is not used. It never stays on the callback's
 * address.
 */
export const linkCallbackGuard: CanActivateFn = async () => {
  const router = inject(Router);
  const answers = inject(AwaitedAnswers);
  const { location, defaultView: window } = inject(DOCUMENT);
  const purpose = await inject(PendingSignIn).acceptReturn(location.href);
  if (purpose !== undefined) return router.createUrlTree(pageOf(purpose));

  const takenBy = await answers.handOver(location.href);
  // A browser may keep it open all the same; then its page says that it can be closed.
  if (takenBy === 'window') window?.close();

  return router.createUrlTree([
    routerPath(takenBy === undefined ? '/link/unknown' : ends[takenBy]),
  ]);
};

const ends: Readonly<Record<AwaitedBy, string>> = { window: '/link/done', link: '/link/opened' };

/** Where the sign-in goes on. */
function pageOf(purpose: SignInPurpose): readonly string[] {
  switch (purpose.kind) {
    case 'link':
      return [routerPath('/account/link'), purpose.connection];
    case 'putBack':
      return [routerPath('/account')];
  }
}
