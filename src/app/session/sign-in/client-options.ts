import { inject } from '@angular/core';
import type { Auth0ClientOptions } from '@auth0/auth0-spa-js';

import { CLOCK_SKEW } from '../../config/clock-skew';
import { LIGATURE_CONFIG } from '../../config/ligature-config';
import { callbackUrl, linkCallbackUrl } from './callback-url';
import { accountScope } from './scopes';

/**
 * What both sign-ins have in common: one client id, because the tenant demands that they come from one
 * application (tenant contract §6.5), and the server's idea of the time.
 */
function commonOptions() {
  const { origin, clientId } = inject(LIGATURE_CONFIG).tenant;
  const clockSkewMs = inject(CLOCK_SKEW);

  return {
    domain: origin,
    clientId,
    nowProvider: () => Date.now() + clockSkewMs,
    // Nobody is anonymous here, and looking for such sessions fails where the browser refuses `localStorage`.
    anonymousSessionsCacheMode: 'memory',
  } as const;
}

/**
 * For the first person: refresh tokens where the tenant gives them, and never the silent iframe in their
 * place. To be called in an injection context.
 */
export function primaryOptions(): Auth0ClientOptions {
  const { audience } = inject(LIGATURE_CONFIG).tenant;

  return {
    ...commonOptions(),
    useRefreshTokens: true,
    useRefreshTokensFallback: false,
    authorizationParams: { audience, scope: accountScope, redirect_uri: callbackUrl() },
  };
}

/**
 * For the first person's confirmation in a window: the same sign-in, which comes back to where windows do. To
 * be called in an injection context.
 */
export function confirmationOptions(): Auth0ClientOptions {
  const { authorizationParams, ...options } = primaryOptions();

  return {
    ...options,
    authorizationParams: { ...authorizationParams, redirect_uri: linkCallbackUrl() },
  };
}

/** For a second sign-in, which must be made now (`max_age`). To be called in an injection context. */
export function secondaryOptions(): Auth0ClientOptions {
  const { audience } = inject(LIGATURE_CONFIG).tenant;

  return {
    ...commonOptions(),
    authorizationParams: {
      audience,
      scope: accountScope,
      redirect_uri: linkCallbackUrl(),
      max_age: 0,
    },
  };
}
