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

import { dashboardAddress, isLocal, type DashboardPage } from '../../config/dashboard';
import { LIGATURE_CONFIG } from '../../config/ligature-config';
import { PrimarySession } from '../../session/primary/primary-session';
import { LeavingError } from '../../session/sign-in/leaving-error';
import { accountScope } from '../../session/sign-in/scopes';
import { Trace } from '../../trace/trace';
import { fixesText } from '../report/fixes-text';
import * as state from './checks-state';
import { allChecks } from './rules/all-checks';
import type { Check, CheckContext } from './rules/check';
import { countsOf, titleOf, type CheckResult } from './rules/check-result';
import { blockedBy, judgeChecks, signInStopperOf, verdictOf } from './rules/standing';
import { cannotBeSeen, type Verdict } from './rules/verdict';
import { CheckContexts } from './store/check-contexts';
import { DrySignIn } from './store/dry-sign-in';
import { MORE_CHECKS } from './store/more-checks';

/** How many checks run side by side: enough not to wait for one, few enough for a tenant's limits. */
const sideBySide = 4;

/** The checks and what they have found. Provided by the section, so that its other pages know it too. */
export const ChecksStore = signalStore(
  withState(state.initialChecksState),
  withProps(() => ({
    checks: [
      ...inject(MORE_CHECKS),
      ...allChecks(inject(LIGATURE_CONFIG), accountScope.split(' ').filter(isPermission)),
    ],
    _config: inject(LIGATURE_CONFIG),
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
  withComputed(({ results, _session, _config }) => ({
    counts: computed(() => countsOf(results())),
    judged: computed(() => judgeChecks(results())),
    isSignedIn: computed(() => _session.state().status === 'signedIn'),
    isLocal: computed(() => isLocal(_config.tenant)),
  })),
  withComputed(({ judged, run }) => ({
    verdict: computed(() => verdictOf(judged(), run().status !== 'ended')),
    /** What is to be set right before a sign-in is worth the try. */
    signInStopper: computed(() => signInStopperOf(judged())),
  })),
  withMethods((store) => {
    function ended(check: Check, verdict: Verdict): void {
      store._trace.record(() => ({
        kind: 'decision',
        about: titleOf({ check, progress: { status: 'done', verdict } }),
        decision: verdict.status,
        reasons: [],
      }));
      const waited = verdict.status === 'ok' ? blockedBy(store.judged(), check) : [];
      patchState(store, state.checkEnded(check, verdict));
      // What has waited for just this can be seen now.
      if (waited.length > 0) runSome(waited);
    }

    const run = (check: Check, context: CheckContext) =>
      defer(() => {
        patchState(store, state.checkStarted(check));

        return check.run(context);
      }).pipe(
        catchError(() => of(cannotBeSeen($localize`This check could not run here.`))),
        tap((verdict) => ended(check, verdict)),
      );

    const runEach = (checks: readonly Check[], context: CheckContext) =>
      from(checks).pipe(mergeMap((check) => run(check, context), sideBySide));

    // switchMap: a new run takes the place of one that has not ended.
    const runAll = rxMethod<void>(
      pipe(
        tap(() => {
          store._trace.begin('checks');
          patchState(store, state.runStarted(Date.now()));
        }),
        switchMap(() => store._session.settled),
        map(() => store._contexts.create({ isClick: false })),
        switchMap((context) =>
          runEach(store.checks, context).pipe(
            tap({ complete: () => patchState(store, state.runEnded(Date.now())) }),
          ),
        ),
      ),
    );

    // mergeMap: what one check has set free does not wait for what another one has.
    const runSome = rxMethod<readonly Check[]>(
      mergeMap((checks) => runEach(checks, store._contexts.create({ isClick: false }))),
    );

    return {
      runAll,
      /** Runs what has not been run since the section was opened. */
      runOnce(): void {
        if (store.counts().done === 0) runAll();
      },
      /** Where a setting is, at the tenant's dashboard or workbench. */
      dashboardAddress: (page: DashboardPage): string =>
        dashboardAddress(store._config.tenant, page),
      /** Somebody has gone to set this right: it is looked at again when they come back. */
      fixingBegan: (check: Check): void => patchState(store, state.fixingBegun(check)),
      cameBack(): void {
        const awaited = store.awaited();
        if (awaited.length === 0) return;
        patchState(store, state.fixingEnded());
        runSome(awaited);
      },
      /** Everything that is to be set right, for whoever can. */
      fixes: (): string => fixesText(store.judged(), store._config),
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
            const { name } = check.connection;
            patchState(store, state.drySignInOpened(name));

            return store._drySignIn.run(check.connection).pipe(
              tap((verdict) => {
                if (verdict === undefined) {
                  patchState(store, state.drySignInAnswered(check, name));
                } else {
                  ended(check, verdict);
                  patchState(store, state.drySignInEnded());
                }
              }),
              finalize(() => patchState(store, state.drySignInEnded())),
            );
          }),
        ),
      ),
      signIn: rxMethod<void>(
        switchMap(() => {
          patchState(store, state.blockerIs(undefined));

          return from(store._session.signIn('/staging/checks')).pipe(
            tapResponse({
              next: () => undefined,
              error: (cause) => patchState(store, state.blockerIs(LeavingError.from(cause).code)),
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
