import { inject } from '@angular/core';
import { patchState, signalStoreFeature, type, withMethods } from '@ngrx/signals';
import { rxMethod } from '@ngrx/signals/rxjs-interop';
import { EMPTY, exhaustMap } from 'rxjs';

import type { Account } from '../identity/account';
import type { Connection } from '../identity/connection';
import { SecondaryAuthService } from '../session/second/secondary-auth-service';
import type { LinkPlanner } from './link-planner';
import * as state from './linking-state';
import type { Follow } from './with-planning';

/** What a second sign-in needs to begin: for whom it is, and where the other account is. */
export interface SignInRequest {
  readonly primary: Account;
  readonly connection: Connection;
}

/** Gives a store the second sign-in in a window. */
export const withWindowSignIn = () =>
  // TypeScript infers these inputs without the unused type parameter that the rule asks for.
  // eslint-disable-next-line @ngrx/signal-store-feature-should-use-generic-type
  signalStoreFeature(
    {
      state: type<state.LinkingState>(),
      props: type<{ _planner: LinkPlanner }>(),
      methods: type<{ mustConfirmNow: () => boolean; _followed: Follow }>(),
    },
    withMethods((store, secondaryAuth = inject(SecondaryAuthService)) => ({
      // exhaustMap: a click while a sign-in is open is ignored, and leaves no trace in state.
      signInByPopup: rxMethod<SignInRequest>(
        exhaustMap(({ primary, connection }) => {
          if (store.mustConfirmNow()) return EMPTY;
          patchState(store, state.windowOpened());

          return store._planner
            .planByPopup(primary, connection)
            .pipe(store._followed(connection, 'popup'));
        }),
      ),
      bringToFront: (): void => secondaryAuth.bringToFront(),
    })),
  );
