import { faults, nameOf, type Case } from './matrix.ts';
import type { Verdict } from './run-case.ts';
import { steps } from './steps.ts';

/** What was said in each case, a row a step and direction, a column a fault; `✗` marks a broken promise. */
export function table(verdicts: readonly Verdict[]): string {
  const rows = steps.flatMap((step) =>
    (['keepFirst', 'keepSecond'] as const).map((direction) => ({ step, direction })),
  );
  const wanted = rows.filter(({ step, direction }) =>
    verdicts.some(({ tried }) => tried.step === step && tried.direction === direction),
  );
  const head = ['', ...faults.map(({ name }) => name)];
  const body = wanted.map(({ step, direction }) => [
    `${step.flow}: ${step.name}${direction === 'keepSecond' ? ', swapped' : ''}`,
    ...faults.map((fault) => cell(find(verdicts, { step, direction, fault }))),
  ]);
  const widths = head.map((_, column) =>
    Math.max(...[head, ...body].map((row) => row[column]?.length ?? 0)),
  );

  return [head, ...body]
    .map((row) =>
      row
        .map((text, column) => text.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** A case in one line: what was said in it, and which promises it broke. */
export const lineOf = ({ tried, said, broken }: Verdict): string =>
  `${nameOf(tried)}: ${said.join(' → ') || 'as before'}${broken.map((promise) => `\n  ✗ ${promise}`).join('')}`;

const find = (verdicts: readonly Verdict[], wanted: Case): Verdict | undefined =>
  verdicts.find(
    ({ tried }) =>
      tried.step === wanted.step &&
      tried.fault === wanted.fault &&
      tried.direction === wanted.direction,
  );

function cell(verdict: Verdict | undefined): string {
  if (verdict === undefined) return '';

  return verdict.broken.length > 0 ? '✗' : (verdict.said.at(-1) ?? 'as before');
}
