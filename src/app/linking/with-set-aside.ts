import { computed, inject } from '@angular/core';
import { tapResponse } from '@ngrx/operators';
import {
  patchState,
  signalStoreFeature,
  type,
  withComputed,
  withMethods,
  withProps,
  withState,
} from '@ngrx/signals';
import { rxMethod } from '@ngrx/signals/rxjs-interop';
import {
  concat,
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
import type { Connection } from '../identity/connection';
import type { FailureCode } from '../identity/failure';
import { isFresh } from '../identity/sign-in/second-account';
import type { SetAsideProgress } from '../identity/settings/set-aside';
import { SetAsideSaga } from '../saga/set-aside-saga';
import { SecondaryAuthService } from '../session/second/secondary-auth-service';
import type { SecondSession } from '../session/second/second-session';
import { failureCodeOf } from './failure-code-of';
import * as state from './set-aside-state';

/** Settings that are to go back: where they are set aside, and whose they are, and how that is proven. */
export interface PutBackRequest {
  readonly userId: string;
  readonly owner: { readonly subject: string; readonly connection: Connection };
}

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
        { userId, owner }: PutBackRequest,
        session: SecondSession,
      ): Observable<SetAsideProgress> {
        const { claims, took } = session;
        if (claims.subject !== owner.subject) return failed('other-settings');
        if (!isFresh(claims, took)) return failed('not-fresh');

        return concat(
          of<SetAsideProgress>({ status: 'puttingBack' }),
          store._setAside.putBack(userId, session, store._reserved).pipe(
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
            patchState(store, state.setAsideIs({ status: 'windowOpen' }));

            // Only the sign-in can be given up: what has been sent is followed to its end.
            return store._ownerAuth.signInByPopup(request.owner.connection).pipe(
              takeUntil(cancelled),
              switchMap((event) =>
                event.kind === 'windowClosed'
                  ? of<SetAsideProgress>({ status: 'windowUnseen' })
                  : proven(request, event.result),
              ),
              tapResponse({
                next: (progress) => patchState(store, state.setAsideIs(progress)),
                error: (cause) =>
                  patchState(
                    store,
                    state.setAsideIs({ status: 'failed', code: failureCodeOf(cause) }),
                  ),
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
  );

const failed = (code: FailureCode): Observable<SetAsideProgress> => of({ status: 'failed', code });
