import { inject, Service } from '@angular/core';
import { Auth0Client, InMemoryCache } from '@auth0/auth0-spa-js';
import {
  catchError,
  defer,
  filter,
  finalize,
  interval,
  map,
  merge,
  takeUntil,
  share,
  take,
  throwError,
  type Observable,
} from 'rxjs';

import { LIGATURE_CONFIG } from '../config/ligature-config';
import type { Connection } from '../identity/connection';
import { callbackUrl } from './callback-url';
import { PatientWindow } from './patient-window';
import { secondaryScope } from './scopes';
import { SecondSession } from './second-session';
import { SecondarySignInError } from './secondary-sign-in-error';

/** What a second sign-in reports: that its window looks closed, or that somebody has signed in. */
export type SecondSignInEvent =
  | { readonly kind: 'windowClosed' }
  | { readonly kind: 'signedIn'; readonly session: SecondSession };

/** A typed code from a text message takes longer than the SDK's own minute; in seconds. */
const timeLimit = 300;

/** Finds out who else the person is, without touching who they are signed in as. */
@Service()
export class SecondaryAuthService {
  readonly #tenant = inject(LIGATURE_CONFIG).tenant;

  /**
   * Opens the sign-in window and waits for it. The window opens in this very call, not on subscription:
   * a browser allows it only during a click. Unsubscribing closes it.
   *
   * Fails with {@link SecondarySignInError}.
   */
  signIn(connection: Connection): Observable<SecondSignInEvent> {
    const opened = PatientWindow.open();
    if (opened === undefined) {
      return throwError(() => new SecondarySignInError('popup-blocked'));
    }

    const signedIn = defer(() => this.#sessionFrom(opened, connection)).pipe(
      map((session): SecondSignInEvent => ({ kind: 'signedIn', session })),
      share(),
    );
    const windowClosed = interval(500).pipe(
      filter(() => opened.looksClosed),
      take(1),
      map((): SecondSignInEvent => ({ kind: 'windowClosed' })),
      takeUntil(signedIn),
    );

    return merge(signedIn, windowClosed).pipe(
      catchError((cause: unknown) => throwError(() => SecondarySignInError.from(cause))),
      finalize(() => opened.abandon()),
    );
  }

  async #sessionFrom(popup: PatientWindow, connection: Connection): Promise<SecondSession> {
    const client = this.#newClient();
    const startedAt = Math.floor(Date.now() / 1000);
    await client.loginWithPopup(
      { authorizationParams: { connection: connection.name, prompt: 'login' } },
      { popup, timeoutInSeconds: timeLimit },
    );
    const idToken = (await client.getIdTokenClaims())?.__raw;
    const accessToken = await client.getTokenSilently({ cacheMode: 'cache-only' });
    if (idToken === undefined || accessToken === undefined) {
      throw new SecondarySignInError('sign-in-failed');
    }

    return new SecondSession({ idToken, accessToken }, startedAt);
  }

  /**
   * A client for one attempt. It shares the client id, because the tenant demands that both sign-ins come
   * from one application, and nothing else: its cache is its own, and it never signs anybody out.
   */
  #newClient(): Auth0Client {
    const { origin, clientId, audience } = this.#tenant;

    return new Auth0Client({
      domain: origin,
      clientId,
      cache: new InMemoryCache().enclosedCache,
      authorizationParams: {
        audience,
        scope: secondaryScope,
        redirect_uri: callbackUrl(),
        max_age: 0,
      },
    });
  }
}
