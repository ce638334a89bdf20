import { inject } from '@angular/core';

import { SESSION_SIDE } from '../../app/session/primary/side/session-side';
import { SECOND_SIGN_IN_REFUSAL } from '../../app/session/secondary/second-sign-in-refusal';
import { MORE_CHECKS } from '../../app/staging/checks/store/more-checks';
import type { LigatureFeature } from './ligature-feature';
import { PORTAL_SETUP } from '../portal-setup';
import { ENTER_PORTAL_SESSION } from '../session/portal-session';

/**
 * Makes the portal's own session the one that the pages work with: people are signed in by the portal's `AuthService` of
 * `@auth0/auth0-angular`, and not a second time. It has to have the client id of the configuration, refresh tokens, and
 * `skipRedirectCallback: isLigatureCallback(…)`.
 *
 * @example
 * provideLigature('ligature.json', withPortalSession())
 */
export function withPortalSession(): LigatureFeature {
  return {
    ɵproviders: [
      {
        provide: ENTER_PORTAL_SESSION,
        useValue: async () => (await import('../session/enter-portal-session')).enterPortalSession,
      },
      {
        provide: SESSION_SIDE,
        useValue: {
          load: async () => (await import('../session/portal-side')).PortalSide,
          isOutsideTheTab: true,
        },
      },
      {
        provide: SECOND_SIGN_IN_REFUSAL,
        useFactory: () => inject(PORTAL_SETUP).entered.session?.refusal,
      },
      {
        provide: MORE_CHECKS,
        useFactory: () => inject(PORTAL_SETUP).entered.session?.checks ?? [],
      },
    ],
  };
}
