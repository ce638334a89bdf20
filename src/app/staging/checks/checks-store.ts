import { computed, inject } from '@angular/core';
import { tapResponse } from '@ngrx/operators';
import {
  patchState,
  signalStore,
  withComputed,
  withMethods,
  withProps,
  withState,
} from '@ngrx/signals';
import { rxMethod } from '@ngrx/signals/rxjs-interop';
import {
  catchError,
  defer,
  EMPTY,
  filter,
  finalize,
  from,
  map,
  mergeMap,
  of,
  pipe,
  switchMap,
  tap,
} from 'rxjs';

import { LIGATURE_CONFIG } from '../../config/ligature-config';
import { PrimarySession } from '../../session/primary/primary-session';
import { LeavingError } from '../../session/sign-in/leaving-error';
import { accountScope } from '../../session/sign-in/scopes';
import { Trace } from '../../trace/trace';
import * as state from './checks-state';
import { allChecks } from './rules/all-checks';
import type { Check, CheckContext } from './rules/check';
import { countsOf, type CheckResult } from './rules/check-result';
import { cannotBeSeen, type Verdict } from './rules/verdict';
import { CheckContexts } from './store/check-contexts';
import { DrySignIn } from './store/dry-sign-in';

/** How many checks run side by side: enough not to wait for one, few enough for a tenant's limits. */
const sideBySide = 4;

/** The checks and what they have found. Provided by the section, so that its other pages know it too. */
export const ChecksStore = signalStore(
  withState(state.initialChecksState),
  withProps(() => ({
    checks: allChecks(inject(LIGATURE_CONFIG), accountScope.split(' ').filter(isPermission)),
    _contexts: inject(CheckContexts),
    _drySignIn: inject(DrySignIn),
    _session: inject(PrimarySession),
    _trace: inject(Trace),
  })),
  withComputed(({ checks, progress }) => ({
    results: computed((): readonly CheckResult[] =>
      checks.map((check) => ({ check, progress: progress()[check.id] ?? { status: 'waiting' } })),
    ),
  })),
  withComputed(({ results, _session }) => ({
    counts: computed(() => countsOf(results())),
    isSignedIn: computed(() => _session.state().status === 'signedIn'),
  })),
  withMethods((store) => {
    function ended(check: Check, verdict: Verdict): void {
      store._trace.record(() => ({
        kind: 'decision',
        about: check.id,
        decision: verdict.status,
        reasons: [],
      }));
      patchState(store, state.checkEnded(check, verdict));
    }

    const run = (check: Check, context: CheckContext) =>
      defer(() => {
        patchState(store, state.checkStarted(check));

        return check.run(context);
      }).pipe(
        catchError(() => of(cannotBeSeen($localize`The check could not be carried out here.`))),
        tap((verdict) => ended(check, verdict)),
      );

    // switchMap: a new run takes the place of one that has not ended.
    const runAll = rxMethod<void>(
      pipe(
        tap(() => {
          store._trace.begin('checks');
          patchState(store, state.allWaiting());
        }),
        switchMap(() => store._session.settled),
        map(() => store._contexts.create({ isClick: false })),
        switchMap((context) =>
          from(store.checks).pipe(mergeMap((check) => run(check, context), sideBySide)),
        ),
      ),
    );

    return {
      runAll,
      /** Runs what has not been run since the section was opened. */
      runOnce(): void {
        if (store.counts().done === 0) runAll();
      },
      // mergeMap: several checks may be run again at once. It begins in the click itself, which one of them needs.
      runAgain: rxMethod<Check>(
        mergeMap((check) => run(check, store._contexts.create({ isClick: true }))),
      ),
      // One window at a time; one that is out of sight gives way to another.
      signInDry: rxMethod<Check>(
        pipe(
          filter(() => store.signingIn() === undefined),
          switchMap((check) => {
            if (check.connection === undefined) return EMPTY;
            patchState(store, state.drySignInOpened(check.connection.name));

            return store._drySignIn.run(check.connection).pipe(
              tap((verdict) => {
                ended(check, verdict);
                patchState(store, state.drySignInEnded());
              }),
              finalize(() => patchState(store, state.drySignInEnded())),
            );
          }),
        ),
      ),
      signIn: rxMethod<void>(
        switchMap(() => {
          patchState(store, state.blockedBy(undefined));

          return from(store._session.signIn('/staging/checks')).pipe(
            tapResponse({
              next: () => undefined,
              error: (cause) => patchState(store, state.blockedBy(LeavingError.from(cause).code)),
            }),
          );
        }),
      ),
    };
  }),
);

/** `openid` and the like say what the ID token holds; they are no permission. */
function isPermission(scope: string): boolean {
  return scope.includes(':');
}
