import { inject, makeEnvironmentProviders, type EnvironmentProviders } from '@angular/core';
import { Auth0ClientService, provideAuth0 } from '@auth0/auth0-angular';

import { LIGATURE_CONFIG, type TenantConfig } from '../config/ligature-config';
import { SEALED_STORE } from './pinned-person';
import { PrimaryClient } from './primary-client';
import { primaryScope } from './scopes';
import { SealedCache } from './sealed-cache';

/** Where the tenant sends the browser back to; an allowed callback URL of the application. */
export const callbackUrl = (): string => `${window.location.origin}/callback`;

/** Wires the first person's session: Auth0's Angular service on our client and our cache. */
export function provideSession({ origin, clientId }: TenantConfig): EnvironmentProviders {
  return makeEnvironmentProviders([
    provideAuth0({ domain: origin, clientId, errorPath: '/' }),
    { provide: Auth0ClientService, useFactory: primaryClient },
  ]);
}

function primaryClient(): PrimaryClient {
  const { origin, clientId, audience } = inject(LIGATURE_CONFIG).tenant;

  return new PrimaryClient({
    domain: origin,
    clientId,
    cache: new SealedCache(inject(SEALED_STORE)),
    authorizationParams: { audience, scope: primaryScope, redirect_uri: callbackUrl() },
  });
}
