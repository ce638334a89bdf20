import { inject, Service, type Signal } from '@angular/core';
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
  throwError,
  type Observable,
} from 'rxjs';

import { LIGATURE_CONFIG } from '../../config/ligature-config';
import { jwtClaims } from '../../identity/sign-in/jwt';
import { returnAddress } from '../../identity/sign-in/return-address';
import { addressOf, callbackPath, pagePath } from '../sign-in/callback-url';
import { expectAbleToLeave, expectReadable } from '../sign-in/expect-able-to-leave';
import { LeavingError } from '../sign-in/leaving-error';
import { maxAgeSeconds } from '../sign-in/max-age';
import { SessionTrace } from '../sign-in/session-trace';
import { askedMethod } from '../storage/asked-method';
import { methodToAdd } from '../storage/method-to-add';
import type { AccessTokenSource } from '../tokens/access-token-source';
import { SessionError } from '../tokens/session-error';
import { lastUser } from '../user/last-user';
import { PinnedUser, SEALED_STORE } from '../user/pinned-user';
import { TenantSession } from '../user/tenant-session';
import { hintFor, type User } from '../user/user';
import { invitationHere, invitationOption } from './invitation';
import { nobody } from './resolve-session';
import type { SessionState, SignInProblem } from './session-state';
import { SESSION_SIDE } from './side/session-side';
import { injectSideInTime } from './side/side-in-time';
import { SignOut } from './sign-out';

/**
 * Signs the first person in and out, and gives their tokens. The session is theirs from sign-in to sign-out: a token or
 * an answer that is somebody else's is not used, whoever is signed in at the tenant by then.
 *
 * @example
 * session.settled.subscribe((state) => show(state.status));
 * session.accessToken().subscribe({ next: (token) => send(token), error: (cause: SessionError) => show(cause.code) });
 */
@Service()
export class PrimarySession implements AccessTokenSource {
  readonly #tenant = inject(LIGATURE_CONFIG).tenant;
  readonly #store = inject(SEALED_STORE);
  readonly #pinned = new PinnedUser(this.#store);
  readonly #tenantSession = inject(TenantSession);
  readonly #trace = inject(SessionTrace);
  readonly #signOut = inject(SignOut);
  readonly #isOutsideTheTab = inject(SESSION_SIDE).isOutsideTheTab;
  readonly #side = injectSideInTime();
  /** Whether this page was reached by a sign-in that has just come back. */
  readonly #isReturn = pagePath() === callbackPath;
  /** The method that is to be added to the account of whoever signs in next, if this page comes from a sign-out for it. */
  readonly toAdd = methodToAdd.take();
  #returnTo =
    this.toAdd === undefined ? '/account' : `/account/link/${encodeURIComponent(this.toAdd)}`;

  /** Emits once, when it is known who is signed in. Never fails: `problem` says why nobody is. */
  readonly settled: Observable<SessionState> = defer(() =>
    this.#mayBeSignedIn() ? this.#judged() : of(nobody()),
  ).pipe(
    // Then nobody is signed in here, until the page is loaded again; the tab stays whose it is.
    catchError((cause: unknown) => of(nobody(problemOf(cause)))),
    shareReplay(1),
  );

  /** Tells who is signed in now; `starting` until that is known. */
  readonly state: Signal<SessionState> = toSignal(this.settled, {
    initialValue: { status: 'starting' },
  });

  /** Gives an access token of the pinned person, renewed if need be. Fails with {@link SessionError}. */
  accessToken(): Observable<string> {
    return forkJoin([
      this.#side.pipe(switchMap((side) => side.accessToken())),
      this.#pinned.read(),
    ]).pipe(
      // The SDK may answer with nothing when a session has reached its end.
      map(([token, pinned]) => {
        const subject = jwtClaims(token ?? '').get('sub');
        if (token === undefined || subject === undefined || subject !== pinned?.subject) {
          throw new SessionError('signed-out');
        }
        this.#trace.used(token);

        return token;
      }),
      catchError((cause: unknown) => throwError(() => SessionError.from(cause))),
    );
  }

  /**
   * Tells when the person last proved who they are, in milliseconds since 1970 by the tenant's clock; `undefined` where
   * the tenant does not say. Fails with {@link SessionError}.
   */
  authenticatedAtMs(): Observable<number | undefined> {
    return this.#side.pipe(
      switchMap((side) => side.idTokenClaims()),
      map((claims): unknown => claims?.auth_time),
      map((seconds) => (typeof seconds === 'number' ? seconds * 1000 : undefined)),
      catchError((cause: unknown) => throwError(() => SessionError.from(cause))),
    );
  }

  /** Loads the page again that somebody wanted to see; where an invitation is open, this one. */
  startAgain(): void {
    if (invitationHere() === undefined) window.location.assign(addressOf(this.#returnTo));
    else window.location.reload();
  }

  /** Remembers the page to show after the next sign-in; the start, where `url` is no page of this application. */
  rememberTarget(url: string): void {
    this.#returnTo = returnAddress(url);
  }

  /**
   * Leaves for the tenant's sign-in page, which comes back to `target`; with the name of a connection for the page of
   * this one, which the other need not offer. If the tab belongs to somebody, they have to sign in themselves. Fails with
   * {@link LeavingError}.
   */
  async signIn(target = this.#returnTo, connection?: string): Promise<void> {
    try {
      await expectAbleToLeave(this.#store, this.#tenant.origin);
      askedMethod.note(connection);
      await this.#leaveToSignIn(target, connection);
    } catch (cause) {
      throw LeavingError.from(cause);
    }
  }

  /** Leaves as {@link signIn} does, for the page by which this person has asked to sign in before. */
  signInAgain(target: string): Promise<void> {
    return this.signIn(target, askedMethod.read());
  }

  async #leaveToSignIn(target: string, connection: string | undefined): Promise<void> {
    const side = await firstValueFrom(this.#side);
    const pinned = await this.#pinned.read();
    this.#trace.begins();

    await side.leaveToSignIn({
      appState: { target: returnAddress(target) },
      authorizationParams: {
        ...(pinned || this.#wasRefused() ? { prompt: 'login' } : { max_age: maxAgeSeconds }),
        // The address of an account need not be what a message goes to.
        ...(connection === undefined ? pinned && hintFor(pinned) : { connection }),
      },
      ...invitationOption(),
    });
  }

  /** Makes this browser a new person's, who has confirmed that they mean to be here, and loads the page as theirs. */
  async welcome({ subject }: User): Promise<void> {
    await lastUser.remember(subject);
    window.location.assign(addressOf(this.#returnTo));
  }

  /** Signs out here, in the other tabs of the same person, and at the tenant; leaves for the start page. */
  signOut(): Promise<void> {
    return this.#signOut.leave();
  }

  /** Signs out, so that somebody can sign in to another account, to which the method of this connection is added next. */
  signOutToAdd(connection: string): Promise<void> {
    methodToAdd.note(connection);

    return this.signOut();
  }

  async #judged(): Promise<SessionState> {
    await expectReadable(this.#store);
    const side = await firstValueFrom(this.#side);
    const { state, hasReturned } = await side.resolve();
    // Whoever has just signed in here has the tenant's own session as well.
    if (state.status === 'signedIn' && hasReturned) this.#tenantSession.givenBack();

    return state;
  }

  /** Whether there is anything to judge: what this tab keeps, or a sign-in that has just come back. */
  #mayBeSignedIn(): boolean {
    return this.#isOutsideTheTab || this.#store.names().length > 0 || this.#isReturn;
  }

  /** Whether the tenant would give the same answer again out of its own session, without asking who it is. */
  #wasRefused(): boolean {
    const state = this.state();
    const problem = state.status === 'signedOut' ? state.problem : undefined;

    return problem === 'blocked' || problem === 'denied';
  }
}

const problemOf = (cause: unknown): SignInProblem =>
  cause instanceof LeavingError ? cause.code : 'failed';
