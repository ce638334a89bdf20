import { inject } from '@angular/core';
import { tapResponse } from '@ngrx/operators';
import {
  patchState,
  signalStoreFeature,
  type,
  withHooks,
  withMethods,
  withProps,
} from '@ngrx/signals';
import { rxMethod } from '@ngrx/signals/rxjs-interop';
import {
  concat,
  EMPTY,
  exhaustMap,
  filter,
  map,
  of,
  pipe,
  Subject,
  switchMap,
  takeUntil,
  tap,
  type Observable,
} from 'rxjs';

import { LIGATURE_CONFIG } from '../config/ligature-config';
import { isWindowFailure, type FailureCode } from '../identity/failure';
import type { PutBackRequest, SetAsideProgress } from '../identity/settings/set-aside';
import { isFresh } from '../identity/sign-in/second-account';
import type { SetAsideSaga } from '../saga/set-aside-saga';
import { SecondaryAuthService } from '../session/second/secondary-auth-service';
import type { SecondSession } from '../session/second/second-session';
import { failureCodeOf } from './failure-code-of';
import * as state from './set-aside-state';

/** Gives a store the way back for settings that are set aside, into the account that they come from. */
export const withPutBack = () =>
  // TypeScript infers these inputs without the unused type parameter that the rule asks for.
  // eslint-disable-next-line @ngrx/signal-store-feature-should-use-generic-type
  signalStoreFeature(
    {
      state: type<state.SetAsideState>(),
      props: type<{ _setAside: SetAsideSaga }>(),
      methods: type<{ readAccount: () => void }>(),
    },
    withProps(() => ({
      _ownerAuth: inject(SecondaryAuthService),
      _reserved: inject(LIGATURE_CONFIG).policy.reservedMetadata,
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
            filter(() => {
              const progress = store.setAside();

              return !state.isBusy(progress) || progress.status === 'windowUnseen';
            }),
            switchMap((request) => {
              patchState(store, state.setAsideIs({ status: 'windowOpen', request }));

              // Only the sign-in can be given up: what has been sent is followed to its end.
              return store._ownerAuth.signInByPopup(request.connection).pipe(
                takeUntil(cancelled),
                switchMap((event) =>
                  event.kind === 'windowUnseen'
                    ? of<SetAsideProgress>({ status: 'windowUnseen', request })
                    : proven(request, event.result),
                ),
                shown(request),
              );
            }),
          ),
        ),
        /** Leaves the page for it; what comes back goes on by itself. */
        leaveToPutBack: rxMethod<PutBackRequest>(
          // switchMap: a page that the browser brings back may be left again.
          switchMap((request) => {
            cancelled.next();
            patchState(store, state.setAsideIs({ status: 'none' }));

            return store._ownerAuth.leaveToPutBack(request).pipe(shown());
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
              shown(),
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
