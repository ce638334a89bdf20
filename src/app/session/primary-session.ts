import { inject, injectAsync, Service, type Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import {
  catchError,
  defer,
  firstValueFrom,
  forkJoin,
  map,
  of,
  shareReplay,
  switchMap,
  type Observable,
} from 'rxjs';

import { jwtClaims } from '../identity/jwt-claims';
import type { AccessTokenSource } from './access-token-source';
import { callbackPath } from './callback-url';
import { judgeSession } from './judge-session';
import type { Person } from './person';
import { PinnedPerson, SEALED_STORE } from './pinned-person';
import { SessionError } from './session-error';
import type { SessionState } from './session-state';

/**
 * The first person's session. It is theirs from sign-in to sign-out: tokens and answers that carry another
 * subject are discarded, whoever the tenant thinks is signed in by then.
 */
@Service()
export class PrimarySession implements AccessTokenSource {
  readonly #store = inject(SEALED_STORE);
  readonly #pinned = new PinnedPerson(this.#store);
  readonly #loadSdk = injectAsync(async () => (await import('./auth0-sdk')).Auth0Sdk);
  readonly #auth = defer(this.#loadSdk).pipe(
    map(({ auth }) => auth),
    shareReplay(1),
  );
  #returnTo = '/account';

  /** Emits once, when it is known who is signed in. */
  readonly settled: Observable<SessionState> = defer(() =>
    this.#mayBeSignedIn()
      ? this.#auth.pipe(switchMap((auth) => judgeSession(auth, this.#pinned)))
      : of<SessionState>({ status: 'signedOut' }),
  ).pipe(
    // The SDK's chunk may not arrive; then nobody is signed in here, and it can be tried again.
    catchError(() => of<SessionState>({ status: 'signedOut', problem: 'failed' })),
    shareReplay(1),
  );

  readonly state: Signal<SessionState> = toSignal(this.settled, {
    initialValue: { status: 'starting' },
  });

  accessToken(): Observable<string> {
    return forkJoin([
      this.#auth.pipe(
        switchMap((auth) => auth.getAccessTokenSilently({ cacheMode: 'cache-only' })),
      ),
      this.#pinned.read(),
    ]).pipe(
      // The SDK answers with nothing when the token has expired, whatever its types say.
      map(([token, pinned]: [string | undefined, Person | undefined]) => {
        if (token === undefined || jwtClaims(token)?.get('sub') !== pinned?.subject) {
          throw new SessionError();
        }

        return token;
      }),
    );
  }

  /** Remembers where somebody wanted to go who has to sign in first. */
  rememberTarget(url: string): void {
    this.#returnTo = url;
  }

  /** Leaves for the tenant's sign-in page; the person this tab belongs to must sign in themselves. */
  async signIn(target = this.#returnTo): Promise<void> {
    const auth = await firstValueFrom(this.#auth);
    const pinned = await this.#pinned.read();

    await firstValueFrom(
      auth.loginWithRedirect({
        appState: { target },
        authorizationParams: pinned ? { prompt: 'login', ...hintFor(pinned) } : {},
      }),
    );
  }

  /** Ends the session here and at the tenant, and leaves for the start page. */
  async signOut(): Promise<void> {
    this.#pinned.unpin();
    const auth = await firstValueFrom(this.#auth);

    await firstValueFrom(auth.logout({ logoutParams: { returnTo: window.location.origin } }));
  }

  /** Whether the SDK has anything to judge: what this tab keeps, or a sign-in that has just come back. */
  #mayBeSignedIn(): boolean {
    return this.#store.names().length > 0 || window.location.pathname === callbackPath;
  }
}

const hintFor = ({ loginHint }: Person): { login_hint?: string } =>
  loginHint === undefined ? {} : { login_hint: loginHint };
