/** How many tests a step ran, by how they ended. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** Counts the report of `jest --json`. A file that could not be run is a failure of its own. */
export function countJest(report: unknown): Counts {
  return {
    passed: numberIn(report, 'numPassedTests'),
    failed: numberIn(report, 'numFailedTests') + numberIn(report, 'numRuntimeErrorTestSuites'),
  };
}

/** Counts the report of Playwright's json reporter. A flaky test is not one that passed. */
export function countPlaywright(report: unknown): Counts {
  const stats = memberOf(report, 'stats');
  const errors = memberOf(report, 'errors');

  return {
    passed: numberIn(stats, 'expected'),
    failed:
      numberIn(stats, 'unexpected') +
      numberIn(stats, 'flaky') +
      (Array.isArray(errors) ? errors.length : 0),
  };
}

/** Counts the TAP report of `node --test`, which ends in a summary. */
export function countTap(report: string): Counts {
  const summed = (name: string): number =>
    Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(report)?.[1] ?? 0);

  return { passed: summed('pass'), failed: summed('fail') + summed('cancelled') };
}

/** Counts by the last line of the form `N passed, N failed`. */
export function countSummary(output: string): Counts {
  const [, passed, failed] = [...output.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1) ?? [];

  return { passed: Number(passed ?? 0), failed: Number(failed ?? 0) };
}

/**
 * What a step counts as, given how its command ended: a command that failed without a failed test
 * is one failure, and so is one that ran no test at all.
 */
export function withExitCode(counts: Counts, exitCode: number): Counts {
  const silent = counts.failed === 0 && (exitCode !== 0 || counts.passed === 0);

  return silent ? { ...counts, failed: 1 } : counts;
}

/** What a step without tests of its own counts as. */
export const countExit = (exitCode: number): Counts =>
  exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };

/** Adds the counts of all steps. */
export function total(all: readonly Counts[]): Counts {
  return all.reduce(
    (sum, counts) => ({ passed: sum.passed + counts.passed, failed: sum.failed + counts.failed }),
    { passed: 0, failed: 0 },
  );
}

function numberIn(report: unknown, name: string): number {
  const value = memberOf(report, name);

  return typeof value === 'number' ? value : 0;
}

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
