import type { Drill } from './catalogue/drill';
import type { StuckCode } from './driver/drill-stuck-error';
import type { DrillOutcome, DrillProgress } from './judge/drill-result';

/** What the tenant is to drills: nobody knows yet, one that can be controlled, one with real people, or neither. */
export type DrillGround = 'unknown' | 'local' | 'elsewhere' | 'production';

/** What is going on: nothing, drills one after the other, or the end of the one that is under way. */
export type DrillActivity =
  | { readonly is: 'resting'; readonly problem?: StuckCode }
  | { readonly is: 'running' }
  | { readonly is: 'stopping' };

export interface DrillsState {
  readonly ground: DrillGround;
  readonly activity: DrillActivity;
  readonly progress: Readonly<Record<string, DrillProgress>>;
}

type Patch = (state: DrillsState) => Partial<DrillsState>;

export const initialDrillsState: DrillsState = {
  ground: 'unknown',
  activity: { is: 'resting' },
  progress: {},
};

const noted =
  ({ id }: Drill, progress: DrillProgress): Patch =>
  (state) => ({ progress: { ...state.progress, [id]: progress } });

export const groundFound = (ground: DrillGround): Partial<DrillsState> => ({ ground });
export const runBegun =
  (drills: readonly Drill[]): Patch =>
  ({ progress }) => ({
    activity: { is: 'running' },
    progress: {
      ...progress,
      ...Object.fromEntries(drills.map(({ id }) => [id, { state: 'waiting' } as const])),
    },
  });
export const runStopping = (): Partial<DrillsState> => ({ activity: { is: 'stopping' } });
export const stepBegun = (drill: Drill, step: number): Patch =>
  noted(drill, { state: 'running', step });
export const drillEnded = (drill: Drill, outcome: DrillOutcome): Patch =>
  noted(drill, { state: 'done', outcome });
/** Whatever still waited is not going to be run. */
export const runEnded =
  (problem?: StuckCode): Patch =>
  ({ progress }) => ({
    activity: { is: 'resting', ...(problem && { problem }) },
    progress: Object.fromEntries(
      Object.entries(progress).filter(([, { state }]) => state !== 'waiting'),
    ),
  });
