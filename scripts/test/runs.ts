import { installed, runNode, type RunOptions, type RunResult } from '../lib/run-node.ts';
import {
  countExit,
  countJest,
  countSummary,
  type Counts,
  countTap,
  withExitCode,
} from './counts.ts';
import { contentOf, freshReport, jsonOf } from './reports.ts';

export interface StepResult {
  readonly counts: Counts;
  readonly output: string;
}

/** Runs commands one after the other, all of them. */
export async function commandsPass(commands: readonly (readonly string[])[]): Promise<StepResult> {
  const results: RunResult[] = [];
  for (const command of commands) results.push(await runNode(command));
  const failed = results.filter(({ exitCode }) => exitCode !== 0);

  return {
    counts: countExit(failed.length),
    output: failed.map(({ output }) => output).join('\n'),
  };
}

export async function nodeTests(
  name: string,
  files: readonly string[],
  options: RunOptions = {},
): Promise<StepResult> {
  const report = freshReport(`${name}.tap`);
  const { exitCode, output } = await runNode(
    [
      '--test',
      ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
      ...['--test-reporter=tap', `--test-reporter-destination=${report}`],
      ...files,
    ],
    options,
  );

  return { counts: withExitCode(countTap(contentOf(report)), exitCode), output };
}

export async function jestTests(): Promise<StepResult> {
  const report = freshReport('jest.json');
  const { exitCode, output } = await runNode([
    installed('jest/bin/jest.js'),
    // As many as there are cores: on two, Jest would take one, and the step beside it ends long before.
    '--maxWorkers=100%',
    '--json',
    `--outputFile=${report}`,
  ]);

  return { counts: withExitCode(countJest(jsonOf(report)), exitCode), output };
}

export async function endToEndTests(): Promise<StepResult> {
  const { exitCode, output } = await runNode(['scripts/test/e2e.ts', '--no-build']);

  return { counts: withExitCode(countSummary(output), exitCode), output };
}
