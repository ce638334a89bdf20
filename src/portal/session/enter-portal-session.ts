import { ErrorHandler, isDevMode, type Injector } from '@angular/core';
import { Auth0ClientService, AuthClientConfig } from '@auth0/auth0-angular';

import type { LigatureConfig } from '../../app/config/ligature-config';
import { linkCallbackPath, pagePath } from '../../app/session/sign-in/callback-url';
import { LigatureError } from '../ligature-error';
import { portalChecks } from './portal-checks';
import { mistakeIn, settingThatTurns, takesOurCallbacks } from './portal-settings';
import type { PortalSession } from './portal-session';

/**
 * Looks at the portal's own session before a page is shown. Fails with {@link LigatureError} where it cannot be used;
 * what only stands in the way of linking does so in development alone.
 */
export function enterPortalSession(injector: Injector, { tenant }: LigatureConfig): PortalSession {
  if (injector.get(Auth0ClientService, null) === null) {
    throw new LigatureError('LIG-NO-AUTH-SERVICE');
  }
  const portal = injector.get(AuthClientConfig).get();
  const mistake = mistakeIn(portal, tenant);
  if (mistake !== undefined) throw new LigatureError(mistake);

  const isSecondReturn = pagePath() === linkCallbackPath;
  const takesCallbacks = takesOurCallbacks(portal, { isOurCallback: isSecondReturn });
  if (takesCallbacks) {
    const error = new LigatureError('LIG-CALLBACK');
    if (isDevMode()) throw error;
    injector.get(ErrorHandler).handleError(error);
  }
  const setting = settingThatTurns(portal);

  return {
    isSecondReturn,
    refusal: takesCallbacks || setting !== undefined ? 'linking-not-set-up' : undefined,
    checks: portalChecks({ takesCallbacks, setting }),
    hasChanged: false,
  };
}
