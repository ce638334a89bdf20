import { computed, inject } from '@angular/core';
import { tapResponse } from '@ngrx/operators';
import {
  patchState,
  signalStoreFeature,
  type,
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
  map,
  of,
  Subject,
  switchMap,
  takeUntil,
  tap,
  type Observable,
} from 'rxjs';

import { LIGATURE_CONFIG } from '../config/ligature-config';
import { isWindowFailure, type FailureCode } from '../identity/failure';
import { isFresh } from '../identity/sign-in/second-account';
import type { PutBackRequest, SetAsideProgress } from '../identity/settings/set-aside';
import { SetAsideSaga } from '../saga/set-aside-saga';
import { SecondaryAuthService } from '../session/second/secondary-auth-service';
import type { SecondSession } from '../session/second/second-session';
import { failureCodeOf } from './failure-code-of';
import * as state from './set-aside-state';

/** Gives a store what can be done with settings that links have set aside: they go back, or they go. */
export const withSetAside = () =>
  // TypeScript infers these inputs without the unused type parameter that the rule asks for.
  // eslint-disable-next-line @ngrx/signal-store-feature-should-use-generic-type
  signalStoreFeature(
    { methods: type<{ readAccount: () => void }>() },
    withState(state.setAsideIs({ status: 'none' })),
    withProps(() => ({
      _setAside: inject(SetAsideSaga),
      _ownerAuth: inject(SecondaryAuthService),
      _reserved: inject(LIGATURE_CONFIG).policy.reservedMetadata,
    })),
    withComputed(({ setAside }) => ({
      /** Whether something is under way, so that nothing else may begin. */
      isSetAsideBusy: computed(() => state.isBusy(setAside())),
    })),
    withMethods((store) => {
      const cancelled = new Subject<void>();

      /** Goes on once somebody has signed in, if they are whose settings these are. */
      function proven(
        { holder, owner }: Pick<PutBackRequest, 'holder' | 'owner'>,
        session: SecondSession,
      ): Observable<SetAsideProgress> {
        const { claims, took } = session;
        if (claims.subject !== owner) return failed('other-settings');
        if (!isFresh(claims, took)) return failed('not-fresh');

        return concat(
          of<SetAsideProgress>({ status: 'puttingBack' }),
          store._setAside.putBack(holder, session, store._reserved).pipe(
            map(state.putBackAs),
            tap(() => store.readAccount()),
          ),
        );
      }

      return {
        // exhaustMap: one removal at a time.
        removeSetAside: rxMethod<{ userId: string; subject: string }>(
          exhaustMap(({ userId, subject }) => {
            patchState(store, state.setAsideIs({ status: 'removing' }));

            return store._setAside.remove(userId, subject).pipe(
              tap((ended) => {
                patchState(store, state.setAsideIs(state.removedAs(ended)));
                store.readAccount();
              }),
            );
          }),
        ),
        // exhaustMap: a click while a window is open is ignored.
        putBack: rxMethod<PutBackRequest>(
          exhaustMap((request) => {
            patchState(store, state.setAsideIs({ status: 'windowOpen', request }));

            // Only the sign-in can be given up: what has been sent is followed to its end.
            return store._ownerAuth.signInByPopup(request.connection).pipe(
              takeUntil(cancelled),
              switchMap((event) =>
                event.kind === 'windowClosed'
                  ? of<SetAsideProgress>({ status: 'windowUnseen', request })
                  : proven(request, event.result),
              ),
              tapResponse({
                next: (progress) => patchState(store, state.setAsideIs(progress)),
                error: (cause) => patchState(store, failedBy(cause, request)),
              }),
            );
          }),
        ),
        /** Leaves the page for it; what has come back goes on by itself. */
        leaveToPutBack: rxMethod<PutBackRequest>(
          // switchMap: a page that the browser brings back may be left again.
          switchMap((request) => {
            cancelled.next();
            patchState(store, state.setAsideIs({ status: 'none' }));

            return store._ownerAuth.leaveToPutBack(request).pipe(
              tapResponse({
                next: () => undefined,
                error: (cause) => patchState(store, failedBy(cause)),
              }),
            );
          }),
        ),
        /** Goes on where the page was left to put settings back, if this is how it was reached. */
        _resumePutBack: rxMethod<void>(
          exhaustMap(() => {
            const returned = store._ownerAuth.returnedToPutBack();
            if (returned === undefined) return EMPTY;
            patchState(store, state.setAsideIs({ status: 'puttingBack' }));

            return returned.session.pipe(
              switchMap((session) => proven(returned.errand, session)),
              tapResponse({
                next: (progress) => patchState(store, state.setAsideIs(progress)),
                error: (cause) => patchState(store, failedBy(cause)),
              }),
            );
          }),
        ),
        leaveSetAside(): void {
          cancelled.next();
          patchState(store, state.setAsideIs({ status: 'none' }));
        },
      };
    }),
    withHooks({ onInit: (store) => store._resumePutBack() }),
  );

const failed = (code: FailureCode): Observable<SetAsideProgress> => of({ status: 'failed', code });

/** Says why a sign-in failed, and keeps what it was for where another way may do better. */
function failedBy(cause: unknown, request?: PutBackRequest): state.SetAsideState {
  const code = failureCodeOf(cause);

  return state.setAsideIs({
    status: 'failed',
    code,
    ...(request !== undefined && isWindowFailure(code) && { request }),
  });
}
