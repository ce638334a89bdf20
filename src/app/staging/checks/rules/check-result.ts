import type { Check } from './check';
import type { Verdict, VerdictStatus } from './verdict';

/** Where a check stands. */
export type CheckProgress =
  | { readonly status: 'waiting' }
  /** What it found before is what is known until it has ended. */
  | { readonly status: 'running'; readonly last?: Verdict }
  | { readonly status: 'done'; readonly verdict: Verdict };

/** The status of a check, and once it has ended that of its verdict. */
export type CheckStatus = 'waiting' | 'running' | VerdictStatus;

export const statusOf = (progress: CheckProgress): CheckStatus =>
  progress.status === 'done' ? progress.verdict.status : progress.status;

/** The latest that is known of a check. */
export function knownVerdict(progress: CheckProgress): Verdict | undefined {
  switch (progress.status) {
    case 'done':
      return progress.verdict;
    case 'running':
      return progress.last;
    case 'waiting':
      return undefined;
  }
}

export interface CheckResult {
  readonly check: Check;
  readonly progress: CheckProgress;
}

/** What a check is called: by what is wrong, once it has found something, else by what it looks at. */
export function titleOf({ check, progress }: CheckResult): string {
  const verdict = knownVerdict(progress);

  return verdict?.status === 'failure' || verdict?.status === 'warning'
    ? (verdict.title ?? check.problem)
    : check.title;
}

/** The latest run of all checks: when it began, since 1970, and how long it took. */
export type ChecksRun =
  | { readonly status: 'none' }
  | { readonly status: 'running'; readonly atMs: number }
  | { readonly status: 'ended'; readonly atMs: number; readonly tookMs: number };

/** How many checks have ended, and how. */
export interface CheckCounts {
  readonly total: number;
  readonly done: number;
  readonly byStatus: Readonly<Record<VerdictStatus, number>>;
}

export function countsOf(results: readonly CheckResult[]): CheckCounts {
  const byStatus = { ok: 0, warning: 0, failure: 0, notApplicable: 0, cannotBeSeen: 0 };
  for (const { progress } of results) {
    if (progress.status === 'done') byStatus[progress.verdict.status] += 1;
  }
  const done = results.filter(({ progress }) => progress.status === 'done').length;

  return { total: results.length, done, byStatus };
}
