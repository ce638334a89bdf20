import { createEnvironmentInjector, EnvironmentInjector, inject, Service } from '@angular/core';
import {
  AbstractNavigator,
  Auth0ClientService,
  AuthClientConfig,
  AuthService,
  AuthState,
  provideAuth0,
} from '@auth0/auth0-angular';

import { LIGATURE_CONFIG } from '../config/ligature-config';
import { callbackUrl } from './callback-url';
import { SEALED_STORE } from './pinned-person';
import { PrimaryClient } from './primary-client';
import { primaryScope } from './scopes';
import { SealedCache } from './sealed-cache';

/**
 * Auth0's own service, on our client and our cache. It is a third of the application's code, so it is in a
 * chunk of its own, and in an injector of its own because its parts must be found together.
 */
@Service()
export class Auth0Sdk {
  readonly auth: AuthService;

  constructor() {
    const { origin, clientId, audience } = inject(LIGATURE_CONFIG).tenant;
    const client = new PrimaryClient({
      domain: origin,
      clientId,
      cache: new SealedCache(inject(SEALED_STORE)),
      authorizationParams: { audience, scope: primaryScope, redirect_uri: callbackUrl() },
    });

    this.auth = createEnvironmentInjector(
      [
        provideAuth0({ domain: origin, clientId, errorPath: '/' }),
        { provide: Auth0ClientService, useValue: client },
        AbstractNavigator,
        AuthClientConfig,
        AuthState,
      ],
      inject(EnvironmentInjector),
    ).get<AuthService>(AuthService);
  }
}
