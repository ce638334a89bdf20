import { inject } from '@angular/core';
import { tapResponse } from '@ngrx/operators';
import { patchState, signalStoreFeature, type, withMethods } from '@ngrx/signals';
import { rxMethod } from '@ngrx/signals/rxjs-interop';
import { EMPTY, exhaustMap, filter, map, pipe, switchMap, take, tap, type Observable } from 'rxjs';

import type { Account } from '../identity/account';
import type { Connection } from '../identity/connection';
import { SecondaryAuthService } from '../session/second/secondary-auth-service';
import { failureCodeOf } from './failure-code-of';
import type { LinkPlanner } from './link-planner';
import * as state from './linking-state';
import type { AccountRead } from './with-account';
import type { Follow } from './with-planning';

/** Gives a store the second sign-in on the full page: it leaves the page, and goes on when it is back. */
export const withFullPageSignIn = () =>
  // TypeScript infers these inputs without the unused type parameter that the rule asks for.
  // eslint-disable-next-line @ngrx/signal-store-feature-should-use-generic-type
  signalStoreFeature(
    {
      state: type<state.LinkingState>(),
      props: type<{ _planner: LinkPlanner; _accountRead: Observable<AccountRead> }>(),
      methods: type<{
        mustConfirmNow: () => boolean;
        requireConfirmation: () => void;
        stopMessage: () => void;
        _stopPlanning: () => void;
        _followed: Follow;
      }>(),
    },
    withMethods((store, secondaryAuth = inject(SecondaryAuthService)) => {
      /** The first account, once it can be read; until then the page says why it cannot, and asks again. */
      const primaryAccount = (): Observable<Account> =>
        store._accountRead.pipe(
          tap((read) => {
            if (read.status !== 'failed') return;
            patchState(store, state.restarted());
            // In a window, so that this page stays, and with it the second sign-in.
            if (read.code === 'signed-out') store.requireConfirmation();
          }),
          filter((read) => read.status === 'read'),
          take(1),
          map(({ account }) => account),
        );

      return {
        /** Leaves the page to sign in; what is chosen so far is in the address, and comes back with it. */
        leaveToSignIn: rxMethod<Connection>(
          // switchMap: a page that the browser brings back may be left again.
          switchMap((connection) => {
            store._stopPlanning();
            store.stopMessage();
            // Whatever was under way has ended with this; the person begins again, and confirms first if need be.
            patchState(store, state.restarted());
            if (store.mustConfirmNow()) return EMPTY;

            return secondaryAuth.leaveToSignIn(connection).pipe(
              tapResponse({
                next: () => undefined,
                error: (cause) => patchState(store, state.failed(failureCodeOf(cause))),
              }),
            );
          }),
        ),
        /** Goes on where the page was left to sign in, if this is how it was reached. */
        resume: rxMethod<Connection | undefined>(
          pipe(
            filter((connection) => connection !== undefined),
            exhaustMap((connection) => {
              const returned = secondaryAuth.returned(connection);
              if (returned === undefined) return EMPTY;
              patchState(store, state.secondSignedIn());

              // What has come back is used at once and kept, however long the first account cannot be read.
              return returned.pipe(
                switchMap((session) =>
                  primaryAccount().pipe(
                    switchMap((primary) => store._planner.plan(primary, connection, session)),
                  ),
                ),
                store._followed(connection, 'redirect'),
              );
            }),
          ),
        ),
      };
    }),
  );
