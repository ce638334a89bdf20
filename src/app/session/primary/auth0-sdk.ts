import {
  createEnvironmentInjector,
  EnvironmentInjector,
  inject,
  Injectable,
  Service,
} from '@angular/core';
import {
  AbstractNavigator,
  Auth0ClientService,
  AuthClientConfig,
  AuthService,
  AuthState,
  provideAuth0,
} from '@auth0/auth0-angular';

import { LIGATURE_CONFIG } from '../../config/ligature-config';
import { SealedCache } from '../sealed/sealed-cache';
import { callbackPath, pagePath, routerPath } from '../sign-in/callback-url';
import { primaryOptions } from '../sign-in/client-options';
import { PendingSignIn } from '../sign-in/pending-sign-in';
import { SEALED_STORE } from '../user/pinned-user';
import { PrimaryClient } from './primary-client';

/** Goes to where a sign-in leads: a path of our own, which a portal's router knows by a longer one. */
@Injectable()
class NavigatorBelowMount extends AbstractNavigator {
  override navigateByUrl(path: string): void {
    super.navigateByUrl(routerPath(path));
  }
}

/**
 * Gives Auth0's own service, with our client and our cache. It is a third of the application's code, so it is in a
 * chunk of its own, and in an injector of its own because its parts must be found together.
 */
@Service()
export class Auth0Sdk {
  readonly auth: AuthService;
  readonly client: PrimaryClient;

  constructor() {
    const { origin, clientId } = inject(LIGATURE_CONFIG).tenant;
    const pendingSignIn = inject(PendingSignIn);
    const store = inject(SEALED_STORE);
    const client = new PrimaryClient(
      { ...primaryOptions(), cache: new SealedCache(store) },
      { store, isForAnother: (url) => pendingSignIn.isAnsweredBy(url) },
    );
    this.client = client;

    this.auth = createEnvironmentInjector(
      [
        provideAuth0({
          domain: origin,
          clientId,
          errorPath: routerPath('/'),
          // It would take any address with a code and a state, the second sign-in's as well.
          skipRedirectCallback: pagePath() !== callbackPath,
        }),
        { provide: Auth0ClientService, useValue: client },
        { provide: AbstractNavigator, useClass: NavigatorBelowMount },
        AuthClientConfig,
        AuthState,
      ],
      inject(EnvironmentInjector),
    ).get<AuthService>(AuthService);
  }
}
