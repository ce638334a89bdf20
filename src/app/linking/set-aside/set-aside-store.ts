import { computed, inject } from '@angular/core';
import { tapResponse } from '@ngrx/operators';
import {
  patchState,
  signalStore,
  withComputed,
  withHooks,
  withMethods,
  withProps,
  withState,
} from '@ngrx/signals';
import { rxMethod } from '@ngrx/signals/rxjs-interop';
import {
  concat,
  EMPTY,
  exhaustMap,
  ignoreElements,
  map,
  of,
  pipe,
  Subject,
  switchMap,
  takeUntil,
  tap,
  type Observable,
} from 'rxjs';

import { LIGATURE_CONFIG } from '../../config/ligature-config';
import { isWindowFailure, type FailureCode } from '../../identity/failure';
import type { SavedValue } from '../../identity/settings/saved-value';
import type { PutBackRequest, SetAsideProgress } from '../../identity/settings/set-aside';
import { isFresh } from '../../identity/sign-in/second-account';
import { SetAsideSaga } from '../../saga/settings/set-aside-saga';
import type { SecondarySession } from '../../session/secondary/client/secondary-session';
import { SecondaryAuthService } from '../../session/secondary/secondary-auth-service';
import { TenantSession } from '../../session/user/tenant-session';
import { SignedInAccountStore } from '../account/signed-in-account-store';
import { failureCodeOf } from '../store/failure-code-of';
import * as state from './set-aside-state';

/**
 * The settings that links have set aside: a way to be rid of them, and the way back into the account that they come
 * from. Provided by the account page.
 */
export const SetAsideStore = signalStore(
  withState(state.setAsideIs({ status: 'none' })),
  withProps(() => ({
    _account: inject(SignedInAccountStore),
    _saga: inject(SetAsideSaga),
    _ownerAuth: inject(SecondaryAuthService),
    _tenantSession: inject(TenantSession),
    /** What belongs to the site: it goes back nowhere, and is not taken into use. */
    reserved: inject(LIGATURE_CONFIG).policy.reservedMetadata,
    _signInStopped: new Subject<void>(),
  })),
  withComputed(({ progress }) => ({
    /** Whether something is under way, so that nothing else may begin. */
    isBusy: computed(() => state.isBusy(progress())),
  })),
  withMethods((store) => ({
    // exhaustMap: one removal at a time.
    remove: rxMethod<{ userId: string; subject: string; key: string }>(
      exhaustMap(({ userId, subject, key }) => {
        patchState(store, state.setAsideIs({ status: 'removing' }));

        return store._saga.remove(userId, subject, key).pipe(
          tap((ended) => {
            patchState(store, state.setAsideIs(state.removedAs(key, ended)));
            store._account.readAccount();
          }),
        );
      }),
    ),
    // Nor is another value taken into use meanwhile.
    use: rxMethod<{ userId: string; saved: SavedValue }>(
      exhaustMap(({ userId, saved }) => {
        patchState(store, state.setAsideIs({ status: 'using' }));

        return store._saga.use(userId, saved).pipe(
          tap((ended) => {
            patchState(store, state.setAsideIs(state.usedAs(saved.key, ended)));
            store._account.readAccount();
          }),
        );
      }),
    ),
  })),
  withMethods((store) => {
    /** Has somebody prove the account that the settings come from; the answer is for these settings alone. */
    const signIn = ({ connection, ...whose }: PutBackRequest, way: 'window' | 'fullPage') =>
      store._ownerAuth.signIn(connection, {
        way,
        purpose: { kind: 'putBack', connection: connection.name, ...whose },
      });

    /** Goes on once somebody has signed in, if they are whose settings these are. */
    function proven(
      { holder, owner, key, connection }: PutBackOf,
      session: SecondarySession,
    ): Observable<SetAsideProgress> {
      const { claims, tookMs } = session;
      if (claims.subject !== owner) return failed('other-settings');
      if (!isFresh(claims, tookMs)) return failed('not-fresh');
      // Nothing waits for the note: it says no more than what is known already in a kinder way.
      void store._tenantSession.wasAskedFor(owner, connection);

      const what = { reserved: store.reserved, ...(key !== undefined && { key }) };

      return concat(
        of<SetAsideProgress>({ status: 'puttingBack' }),
        store._saga.putBack(holder, session, what).pipe(
          map(state.putBackAs),
          tap(() => store._account.readAccount()),
        ),
      );
    }

    /** Shows how far it is; what was asked for in a window is kept for the full page, which may do better. */
    const shown = (request?: PutBackRequest) =>
      tapResponse({
        next: (progress: SetAsideProgress) => patchState(store, state.setAsideIs(progress)),
        error: (cause) => {
          const code = failureCodeOf(cause);
          const isForFullPage = request !== undefined && isWindowFailure(code);
          const failure = { status: 'failed', code, ...(isForFullPage && { request }) } as const;
          patchState(store, state.setAsideIs(failure));
        },
      });

    return {
      // A click while something is under way is ignored; a window out of sight gives way to another.
      putBack: rxMethod<PutBackRequest>(
        pipe(
          tap(() => {
            if (store.progress().status === 'windowUnseen') store._signInStopped.next();
          }),
          exhaustMap((request) => {
            patchState(store, state.setAsideIs({ status: 'windowOpen', request }));

            // Only the sign-in can be given up: what has been sent is followed to its end.
            return signIn(request, 'window').pipe(
              takeUntil(store._signInStopped),
              switchMap((event): Observable<SetAsideProgress> => {
                switch (event.kind) {
                  case 'signedIn':
                    return proven(
                      { ...request, connection: request.connection.name },
                      event.result,
                    );
                  case 'answered':
                    // As after the full page: all that is left to do goes on by itself.
                    return of({ status: 'puttingBack' });
                  case 'windowUnseen':
                    return of({ status: 'windowUnseen', request });
                  default:
                    return EMPTY;
                }
              }),
              shown(request),
            );
          }),
        ),
      ),
      /** Leaves the page for it; what comes back goes on by itself. */
      putBackOnFullPage: rxMethod<PutBackRequest>(
        // switchMap: a page that the browser brings back may be left again.
        switchMap((request) => {
          store._signInStopped.next();
          patchState(store, state.setAsideIs({ status: 'none' }));

          return signIn(request, 'fullPage').pipe(ignoreElements(), shown());
        }),
      ),
      /** Goes on where the page was left to put settings back, if this is how it was reached. */
      _resume: rxMethod<void>(
        exhaustMap(() => {
          const returned = store._ownerAuth.resume('putBack');
          if (returned === undefined) return EMPTY;
          patchState(store, state.setAsideIs({ status: 'puttingBack' }));

          return returned.events.pipe(
            switchMap((event) =>
              event.kind === 'signedIn' ? proven(returned.purpose, event.result) : EMPTY,
            ),
            shown(),
          );
        }),
      ),
      /** Lets go of a sign-in that is on its way, and of what is said of the last try. */
      dismiss(): void {
        store._signInStopped.next();
        patchState(store, state.setAsideIs({ status: 'none' }));
      },
    };
  }),
  withHooks({ onInit: (store) => store._resume() }),
);

/** What somebody has been asked to sign in for, and by which connection. */
type PutBackOf = Pick<PutBackRequest, 'holder' | 'owner' | 'key'> & { readonly connection: string };

const failed = (code: FailureCode): Observable<SetAsideProgress> => of({ status: 'failed', code });
