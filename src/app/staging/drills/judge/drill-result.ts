import type { Drill } from '../catalogue/drill';
import type { ComparedAccount } from './accounts-compared';
import type { Evidence } from './evidence';

export type DrillVerdict = 'passed' | 'failed' | 'inconclusive';

/** What came of a drill, and why one may believe it. */
export interface DrillOutcome {
  readonly verdict: DrillVerdict;
  /** Somebody stopped it before its end, so that it says nothing. */
  readonly isStopped?: true;
  readonly evidence: readonly Evidence[];
  /** The accounts as they were before, and as they were last looked at. */
  readonly accounts?: readonly ComparedAccount[];
  /** What the pages showed on the way, in order. */
  readonly shown: readonly string[];
  /** When it began, since 1970. */
  readonly atMs: number;
  readonly durationMs: number;
}

/** Where a drill stands. */
export type DrillProgress =
  | { readonly status: 'notRun' }
  | { readonly status: 'waiting' }
  | { readonly status: 'running'; readonly step: number }
  | { readonly status: 'done'; readonly outcome: DrillOutcome };

/** How a drill ended. */
export const endOf = ({ isStopped, verdict }: DrillOutcome): DrillVerdict | 'stopped' =>
  isStopped ? 'stopped' : verdict;

/** The status of a drill, and once it has ended how. */
export type DrillStatus = 'notRun' | 'waiting' | 'running' | 'stopped' | DrillVerdict;

/** How a drill stands, in a word or two. */
export const statusWords: Readonly<Record<DrillStatus, string>> = {
  notRun: $localize`not run`,
  waiting: $localize`waiting`,
  running: $localize`running`,
  stopped: $localize`stopped`,
  passed: $localize`:of a drill|:passed`,
  failed: $localize`failed`,
  inconclusive: $localize`inconclusive`,
};

export const statusOf = (progress: DrillProgress): DrillStatus =>
  progress.status === 'done' ? endOf(progress.outcome) : progress.status;

export interface DrillResult {
  readonly drill: Drill;
  readonly progress: DrillProgress;
}

export type DrillCounts = Readonly<Record<DrillVerdict | 'total' | 'done', number>>;

/** How many drills have ended, and how; one that was stopped was not run. */
export function drillCounts(results: readonly DrillResult[]): DrillCounts {
  const verdicts = results.flatMap(({ progress }) =>
    progress.status === 'done' && !progress.outcome.isStopped ? [progress.outcome.verdict] : [],
  );
  const of = (verdict: DrillVerdict): number => verdicts.filter((one) => one === verdict).length;

  return {
    total: results.length,
    done: verdicts.length,
    passed: of('passed'),
    failed: of('failed'),
    inconclusive: of('inconclusive'),
  };
}
