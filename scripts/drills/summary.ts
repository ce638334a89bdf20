import { readFileSync } from 'node:fs';
import { CommandError } from '../lib/command-error.ts';

/** What the command says of a report; the rest of it is for whoever opens it. */
export interface DrillsReport {
  readonly drills: readonly DrillRecord[];
}

interface DrillRecord {
  readonly title: string;
  readonly verdict: string;
  readonly evidence: readonly { readonly what: string; readonly found: string }[];
}

/** Reads the report that the page has made. */
export function readDrillsReport(file: string): DrillsReport {
  const report: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!isReport(report)) throw new CommandError(`${file} is no report of drills.`);

  return report;
}

/** The drills that were run, each with its verdict, and why where it is not passed. */
export function drillsSummary({ drills }: DrillsReport): string {
  const run = drills.filter(({ verdict }) => verdict !== 'not run');
  const lines = run.flatMap(({ title, verdict, evidence }) => [
    `${verdict.padEnd(12)} ${title}`,
    ...evidence
      .filter(({ found }) => found !== 'asExpected')
      .map(
        ({ what, found }) =>
          `${' '.repeat(13)}${found === 'otherwise' ? 'no' : 'not seen'}: ${what}`,
      ),
  ]);
  const of = (wanted: string): number => run.filter(({ verdict }) => verdict === wanted).length;

  return [
    ...lines,
    `${of('passed')} passed, ${of('failed')} failed, ${of('inconclusive')} inconclusive`,
  ].join('\n');
}

/** 0 only where something was run and nothing failed. */
export function drillsExitCode({ drills }: DrillsReport): number {
  const run = drills.filter(({ verdict }) => verdict !== 'not run');

  return run.length > 0 && run.every(({ verdict }) => verdict !== 'failed') ? 0 : 1;
}

function isReport(value: unknown): value is DrillsReport {
  return (
    typeof value === 'object' &&
    value !== null &&
    'drills' in value &&
    Array.isArray(value.drills) &&
    value.drills.every(
      (drill: unknown) =>
        typeof drill === 'object' && drill !== null && 'verdict' in drill && 'evidence' in drill,
    )
  );
}
