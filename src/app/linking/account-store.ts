import { inject } from '@angular/core';
import { patchState, signalStore, withMethods, withProps, withState } from '@ngrx/signals';
import { rxMethod } from '@ngrx/signals/rxjs-interop';
import { exhaustMap, tap } from 'rxjs';

import { LIGATURE_CONFIG } from '../config/ligature-config';
import type { TenantFailure } from '../identity/failure';
import type { UnlinkPlan } from '../identity/unlink-plan';
import type { SagaResult } from '../saga/settle';
import { UnlinkSaga } from '../saga/unlink-saga';
import * as state from './unlinking-state';
import { withAccount } from './with-account';

/** The account page: what the account has, and an unlink from the question to its end. */
export const AccountStore = signalStore(
  withState(state.initialUnlinkingState),
  withAccount(),
  withProps(() => {
    const { connections, policy } = inject(LIGATURE_CONFIG);

    return { connections, allowUnlink: policy.allowUnlink, _saga: inject(UnlinkSaga) };
  }),
  withMethods((store) => {
    function finish(plan: UnlinkPlan, ended: SagaResult): void {
      switch (ended.result) {
        case 'done':
          patchState(store, state.unlinked(plan));
          store.readAccount();
          break;
        case 'notDone':
          patchState(store, state.failed(plan, ended.code));
          break;
        case 'unknown':
          patchState(store, state.leftUnknown(plan, ended.code, Date.now()));
      }
    }

    return {
      review: (plan: UnlinkPlan): void => patchState(store, state.planned(plan)),
      dismiss: (): void => patchState(store, state.dismissed()),
      // exhaustMap: what has been sent is followed to its end before anything else is.
      unlink: rxMethod<UnlinkPlan>(
        exhaustMap((plan) => {
          patchState(store, state.confirmed(plan));

          return store._saga.unlink(plan).pipe(tap((ended) => finish(plan, ended)));
        }),
      ),
      findOut: rxMethod<{ plan: UnlinkPlan; code: TenantFailure }>(
        exhaustMap(({ plan, code }) =>
          store._saga.findOut(plan, code).pipe(tap((ended) => finish(plan, ended))),
        ),
      ),
    };
  }),
);
