import { computed, inject } from '@angular/core';
import {
  patchState,
  signalStore,
  withComputed,
  withHooks,
  withMethods,
  withProps,
  withState,
} from '@ngrx/signals';
import { rxMethod } from '@ngrx/signals/rxjs-interop';
import { EMPTY, exhaustMap, from, tap } from 'rxjs';

import { LIGATURE_CONFIG } from '../../config/ligature-config';
import { TenantControl, type ControlPresence } from '../../management-api/tenant-control';
import { keepBrowserMemory } from '../../session/sealed/browser-memory';
import { noteDrillsEnd } from '../../session/storage/drills-end';
import { Trace } from '../../trace/trace';
import { drillsReport, type DrillsReport } from '../report/drills-report';
import { allDrills } from './catalogue/all-drills';
import type { Drill } from './catalogue/drill';
import * as state from './drills-state';
import type { TenantKind } from './drills-state';
import { DrillRunner } from './driver/drill-runner';
import { DrillWindow } from './driver/drill-window';
import {
  drillCounts,
  endOf,
  statusOf,
  type DrillOutcome,
  type DrillResult,
} from './judge/drill-result';
import { timeLeftMs } from './judge/time-left';

const kindOf: Readonly<Record<ControlPresence, TenantKind>> = {
  there: 'local',
  silent: 'silent',
  none: 'elsewhere',
};

/** The drills and what has come of them. It outlives the section: a run goes on and results stay while one is elsewhere. */
export const DrillsStore = signalStore(
  { providedIn: 'root' },
  withState(state.initialDrillsState),
  withProps(() => ({
    drills: allDrills(inject(LIGATURE_CONFIG)),
    _config: inject(LIGATURE_CONFIG),
    _control: inject(TenantControl),
    _runner: inject(DrillRunner),
    _trace: inject(Trace),
  })),
  withComputed(({ drills, progress }) => ({
    results: computed((): readonly DrillResult[] =>
      drills.map((drill) => ({ drill, progress: progress()[drill.id] ?? { status: 'notRun' } })),
    ),
  })),
  withComputed(({ results, activity, begun, durations, progress }) => ({
    counts: computed(() => drillCounts(results())),
    isResting: computed(() => activity().status === 'resting'),
    leftMs: computed(() => timeLeftMs(results(), durations())),
    /** How many drills were begun together, and how many of them have ended. */
    asked: computed(() => ({
      total: begun().length,
      done: begun().filter((id) => progress()[id]?.status === 'done').length,
    })),
    /** What one would run once more, after something was set right. */
    toRepeat: computed(() =>
      results()
        .filter(({ progress: at }) => ['failed', 'inconclusive'].includes(statusOf(at)))
        .map(({ drill }) => drill),
    ),
  })),
  withMethods((store) => {
    let window: DrillWindow | undefined;

    /** Notes what has come of a drill, whoever has gone through it. */
    function ended(drill: Drill, outcome: DrillOutcome): void {
      store._trace.record(() => ({
        kind: 'decision',
        about: $localize`Drill “${drill.title}:drill:”`,
        decision: endOf(outcome),
        reasons: [],
      }));
      patchState(store, state.drillEnded(drill, outcome));
    }

    async function findTenantKind(): Promise<TenantKind> {
      if (store._config.tenant.environment === 'production') return 'production';

      return kindOf[await store._control.find()];
    }

    async function runEach(drills: readonly Drill[]): Promise<void> {
      const putBack = keepBrowserMemory();
      noteDrillsEnd(Date.now());
      for (const drill of drills) {
        if (window === undefined || store.activity().status === 'stopping') break;
        const outcome = await store._runner.run(drill, window, (step) =>
          patchState(store, state.stepBegun(drill, step)),
        );
        const isStopped =
          store.activity().status === 'stopping' && outcome.verdict === 'inconclusive';
        ended(drill, { ...outcome, ...(isStopped && { isStopped }) });
      }
      window?.close();
      window = undefined;
      putBack();
      noteDrillsEnd(Date.now());
      patchState(store, state.runEnded());
    }

    return {
      ended,
      /** Finds out what the tenant is to drills; asked by the page, so that nobody else causes a request. */
      findTenantKind: rxMethod<void>(
        exhaustMap(() =>
          from(findTenantKind()).pipe(
            tap((kind) => patchState(store, state.tenantKindFound(kind))),
          ),
        ),
      ),
      // exhaustMap: one run at a time. The window is opened in the click itself.
      run: rxMethod<readonly Drill[]>(
        exhaustMap((drills) => {
          if (store.tenantKind() !== 'local') return EMPTY;
          window = DrillWindow.open();
          if (window === undefined) {
            patchState(store, state.runEnded('no-window'));

            return EMPTY;
          }
          store._trace.begin('drills');
          patchState(store, state.runBegun(drills));

          return from(runEach(drills));
        }),
      ),
      stop(): void {
        if (store.activity().status !== 'running') return;
        patchState(store, state.runStopping());
        window?.stop();
      },
      report: (): DrillsReport =>
        drillsReport({
          results: store.results(),
          config: store._config,
          browser: navigator.userAgent,
          at: new Date(),
        }),
    };
  }),
  withHooks({ onDestroy: (store) => store.stop() }),
);
