import { inject, Service, type Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { AuthService } from '@auth0/auth0-angular';
import {
  defer,
  filter,
  firstValueFrom,
  forkJoin,
  from,
  map,
  merge,
  of,
  shareReplay,
  switchMap,
  take,
  type Observable,
} from 'rxjs';

import { jwtClaims } from '../identity/jwt-claims';
import type { AccessTokenSource } from './access-token-source';
import type { Person } from './person';
import { PinnedPerson, SEALED_STORE } from './pinned-person';
import { SessionError } from './session-error';
import { sessionStateOf, type SessionState } from './session-state';

/**
 * The first person's session. It is theirs from sign-in to sign-out: tokens and answers that carry another
 * subject are discarded, whoever the tenant thinks is signed in by then.
 */
@Service()
export class PrimarySession implements AccessTokenSource {
  readonly #auth = inject(AuthService);
  readonly #pinned = new PinnedPerson(inject(SEALED_STORE));
  #returnTo = '/account';

  /** Emits once, when it is known who is signed in. */
  readonly settled: Observable<SessionState> = this.#auth.isLoading$.pipe(
    filter((loading) => !loading),
    take(1),
    switchMap(() =>
      forkJoin([
        this.#auth.idTokenClaims$.pipe(take(1)),
        this.#pinned.read(),
        merge(this.#auth.error$, of(undefined)).pipe(take(1)),
      ]),
    ),
    map(([claims, pinned, error]) => sessionStateOf(claims, pinned, error)),
    switchMap((state) => from(this.#keep(state)).pipe(map(() => state))),
    shareReplay(1),
  );

  readonly state: Signal<SessionState> = toSignal(this.settled, {
    initialValue: { status: 'starting' },
  });

  accessToken(): Observable<string> {
    return forkJoin([
      defer(() => this.#auth.getAccessTokenSilently({ cacheMode: 'cache-only' })),
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
    const pinned = await this.#pinned.read();

    await firstValueFrom(
      this.#auth.loginWithRedirect({
        appState: { target },
        authorizationParams: pinned ? { prompt: 'login', ...hintFor(pinned) } : {},
      }),
    );
  }

  /** Ends the session here and at the tenant, and leaves for the start page. */
  async signOut(): Promise<void> {
    this.#pinned.unpin();

    await firstValueFrom(this.#auth.logout({ logoutParams: { returnTo: window.location.origin } }));
  }

  async #keep(state: SessionState): Promise<void> {
    switch (state.status) {
      case 'signedIn':
        return this.#pinned.pin(state.person);
      case 'anotherPerson':
        return firstValueFrom(this.#auth.logout({ openUrl: false }));
      case 'signedOut':
      case 'starting':
        return undefined;
    }
  }
}

const hintFor = ({ loginHint }: Person): { login_hint?: string } =>
  loginHint === undefined ? {} : { login_hint: loginHint };
