import { inject } from '@angular/core';
import type { Auth0ClientOptions, AuthorizationParams } from '@auth0/auth0-spa-js';

import { LIGATURE_CONFIG } from '../../config/ligature-config';
import { TenantClock } from '../tokens/tenant-clock';
import { callbackUrl, linkCallbackUrl } from './callback-url';
import { accountScope } from './scopes';
import { UI_LOCALES } from './ui-locales';

/**
 * Gives what all sign-ins have in common: one client id, because the tenant demands that both accounts come from one
 * application (tenant contract §6.5), and the server's idea of the time.
 */
function commonOptions(params: AuthorizationParams): Auth0ClientOptions {
  const { origin, clientId, audience } = inject(LIGATURE_CONFIG).tenant;
  const clock = inject(TenantClock);
  const uiLocales = inject(UI_LOCALES);

  return {
    domain: origin,
    clientId,
    nowProvider: () => clock.now(),
    // Nobody is anonymous here, and looking for such sessions fails where the browser refuses `localStorage`.
    anonymousSessionsCacheMode: 'memory',
    authorizationParams: {
      audience,
      scope: accountScope,
      ...(uiLocales === undefined ? {} : { ui_locales: uiLocales }),
      ...params,
    },
  };
}

/**
 * Gives the options of the first person's sign-in: refresh tokens where the tenant gives them, and never the silent
 * iframe in their place. To be called in an injection context.
 */
export const primaryOptions = (redirectUri = callbackUrl()): Auth0ClientOptions => ({
  ...commonOptions({ redirect_uri: redirectUri }),
  useRefreshTokens: true,
  useRefreshTokensFallback: false,
});

/** Gives the options of a second sign-in, which must be made now (`max_age`). To be called in an injection context. */
export const secondaryOptions = (): Auth0ClientOptions =>
  commonOptions({ redirect_uri: linkCallbackUrl(), max_age: 0 });
