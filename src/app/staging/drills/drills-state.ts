import type { Drill } from './catalogue/drill';
import type { StuckCode } from './driver/drill-stuck-error';
import type { DrillOutcome, DrillProgress } from './judge/drill-result';
import type { Durations } from './judge/time-left';

/** What the tenant is to drills: nobody knows yet, one that can be controlled, one with real people, one that does not answer this page, or none of
 * these. */
export type TenantKind = 'unknown' | 'local' | 'silent' | 'elsewhere' | 'production';

/** What is going on: nothing, drills one after the other, or the end of the one that is under way. */
export type DrillActivity =
  | { readonly status: 'resting'; readonly problem?: StuckCode }
  | { readonly status: 'running' }
  | { readonly status: 'stopping' };

export interface DrillsState {
  readonly tenantKind: TenantKind;
  readonly activity: DrillActivity;
  readonly progress: Readonly<Record<string, DrillProgress>>;
  /** The drills that were begun together, by their ids. */
  readonly begun: readonly string[];
  readonly durations: Durations;
}

type Patch = (state: DrillsState) => Partial<DrillsState>;

export const initialDrillsState: DrillsState = {
  tenantKind: 'unknown',
  activity: { status: 'resting' },
  progress: {},
  begun: [],
  durations: {},
};

const noted =
  ({ id }: Drill, progress: DrillProgress): Patch =>
  (state) => ({ progress: { ...state.progress, [id]: progress } });

export const tenantKindFound = (tenantKind: TenantKind): Partial<DrillsState> => ({ tenantKind });
export const runBegun =
  (drills: readonly Drill[]): Patch =>
  ({ progress }) => ({
    activity: { status: 'running' },
    begun: drills.map(({ id }) => id),
    progress: {
      ...progress,
      ...Object.fromEntries(drills.map(({ id }) => [id, { status: 'waiting' } as const])),
    },
  });
export const runStopping = (): Partial<DrillsState> => ({ activity: { status: 'stopping' } });
export const stepBegun = (drill: Drill, step: number): Patch =>
  noted(drill, { status: 'running', step });
export const drillEnded =
  (drill: Drill, outcome: DrillOutcome): Patch =>
  (state) => ({
    ...noted(drill, { status: 'done', outcome })(state),
    // One that was stopped says nothing about how long it takes.
    ...(!outcome.isStopped && {
      durations: { ...state.durations, [drill.id]: outcome.durationMs },
    }),
  });
/** Whatever still waited is not going to be run. */
export const runEnded =
  (problem?: StuckCode): Patch =>
  ({ progress }) => ({
    activity: { status: 'resting', ...(problem && { problem }) },
    progress: Object.fromEntries(
      Object.entries(progress).filter(([, { status }]) => status !== 'waiting'),
    ),
  });
