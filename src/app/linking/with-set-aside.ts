import { computed, inject } from '@angular/core';
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
import { exhaustMap, tap } from 'rxjs';

import { SetAsideSaga } from '../saga/set-aside-saga';
import * as state from './set-aside-state';

/** Gives a store the settings that links have set aside, and a way to be rid of them. */
export const withSetAside = () =>
  // TypeScript infers these inputs without the unused type parameter that the rule asks for.
  // eslint-disable-next-line @ngrx/signal-store-feature-should-use-generic-type
  signalStoreFeature(
    { methods: type<{ readAccount: () => void }>() },
    withState(state.setAsideIs({ status: 'none' })),
    withProps(() => ({ _setAside: inject(SetAsideSaga) })),
    withComputed(({ setAside }) => ({
      /** Whether something is under way, so that nothing else may begin. */
      isSetAsideBusy: computed(() => state.isBusy(setAside())),
    })),
    withMethods((store) => ({
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
    })),
  );
