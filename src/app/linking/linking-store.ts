import { inject } from '@angular/core';
import { tapResponse } from '@ngrx/operators';
import { patchState, signalStore, withMethods, withProps, withState } from '@ngrx/signals';
import { rxMethod } from '@ngrx/signals/rxjs-interop';
import { EMPTY, exhaustMap, Subject, takeUntil, tap } from 'rxjs';

import { LIGATURE_CONFIG } from '../config/ligature-config';
import type { Account } from '../identity/account';
import type { Connection } from '../identity/connection';
import type { TenantFailure } from '../identity/failure';
import type { LinkPlan } from '../identity/link-plan';
import { linkReceipt } from '../identity/receipt';
import { LinkSaga } from '../saga/link-saga';
import type { SagaResult } from '../saga/settle';
import type { SecondSession } from '../session/second-session';
import { failureCodeOf } from './failure-code-of';
import { LinkPlanner, type PlanningEvent } from './link-planner';
import * as state from './linking-state';
import { withAccount } from './with-account';

/** A link from the first click to the receipt. Provided by the page, and gone with it. */
export const LinkingStore = signalStore(
  withState(state.initialLinkingState),
  withAccount(),
  withProps(() => ({
    connections: inject(LIGATURE_CONFIG).connections,
    _planner: inject(LinkPlanner),
    _saga: inject(LinkSaga),
  })),
  withMethods((store) => {
    const cancelled = new Subject<void>();
    // Kept out of the state, which can be looked at from everywhere the store is.
    let second: SecondSession | undefined;

    function follow(event: PlanningEvent): void {
      switch (event.kind) {
        case 'windowClosed':
          patchState(store, state.windowLookedClosed());
          break;
        case 'signedIn':
          patchState(store, state.secondSignedIn());
          break;
        case 'planned':
          second = event.session;
          patchState(store, state.planned(event.plan));
      }
    }

    function finish(plan: LinkPlan, ended: SagaResult): void {
      switch (ended.result) {
        case 'done':
          second = undefined;
          patchState(store, state.linked(linkReceipt(plan, new Date())));
          break;
        case 'notDone':
          second = undefined;
          patchState(store, state.failed(ended.code));
          break;
        case 'unknown':
          patchState(store, state.leftUnknown(plan, ended.code, Date.now()));
      }
    }

    return {
      // exhaustMap: a click while a sign-in is open is ignored, and leaves no trace in state.
      signIn: rxMethod<{ primary: Account; connection: Connection }>(
        exhaustMap(({ primary, connection }) => {
          patchState(store, state.windowOpened());

          return store._planner.plan(primary, connection).pipe(
            tapResponse({
              next: follow,
              error: (cause) => patchState(store, state.failed(failureCodeOf(cause))),
            }),
            takeUntil(cancelled),
          );
        }),
      ),
      // exhaustMap: what has been sent is followed to its end before anything else is.
      link: rxMethod<LinkPlan>(
        exhaustMap((plan) => {
          if (second === undefined) return EMPTY;
          patchState(store, state.confirmed(plan));

          return store._saga.link(plan, second).pipe(tap((ended) => finish(plan, ended)));
        }),
      ),
      findOut: rxMethod<{ plan: LinkPlan; code: TenantFailure }>(
        exhaustMap(({ plan, code }) =>
          store._saga.findOut(plan, code).pipe(tap((ended) => finish(plan, ended))),
        ),
      ),
      restart(): void {
        second = undefined;
        cancelled.next();
        patchState(store, state.restarted());
        store.readAccount();
      },
    };
  }),
);
