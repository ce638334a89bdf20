import { globSync } from 'node:fs';

import { repository } from '../lib/paths.ts';
import { runCommand } from '../lib/run-command.ts';
import { installed, runNode, type RunOptions } from '../lib/run-node.ts';
import { countExit, type Counts, total } from './counts.ts';

interface Suite extends RunOptions {
  readonly name: string;
  readonly command: readonly string[];
}

/** The shares of a suite's code, in percent, that its tests have to run at least. */
interface Floors {
  readonly lines: number;
  readonly branches: number;
  readonly functions: number;
}

const jestSuite = (floors: Floors): string[] => [
  installed('jest/bin/jest.js'),
  '--coverage',
  `--coverageThreshold=${JSON.stringify({ global: floors })}`,
];

const nodeSuite = (files: readonly string[], floors: Floors): string[] => [
  '--test',
  '--experimental-test-coverage',
  ...Object.entries(floors).map(([what, least]) => `--test-coverage-${what}=${least}`),
  ...files,
];

/**
 * Each suite; a floor under one is what was measured when it was last looked at, rounded down. What a machine has
 * installed decides a few lines of the scripts, and chance a few of the application, so that those are one lower.
 */
const suites: readonly Suite[] = [
  {
    name: 'application',
    command: jestSuite({ lines: 84, branches: 79, functions: 81 }),
  },
  {
    name: 'tenant',
    cwd: 'tenant',
    command: nodeSuite(
      [
        '--test-isolation=none',
        '--test-coverage-include=src/**',
        // The same words in every language: the types hold them, and a test reads one language.
        '--test-coverage-exclude=src/ui/texts/**',
        'test/**/*.test.ts',
      ],
      { lines: 98, branches: 94, functions: 97 },
    ),
  },
  {
    name: 'scripts',
    command: nodeSuite(
      [
        '--test-coverage-include=scripts/**',
        '--test-coverage-exclude=scripts/**/{*.test.ts,testing/**}',
        // What needs a build, or asks the linter 220 times, adds nothing here.
        ...globSync('scripts/**/*.test.ts', { cwd: repository }).filter(
          (file) => !/commands-run|import-table/.test(file),
        ),
      ],
      { lines: 92, branches: 88, functions: 91 },
    ),
  },
];

/** Runs the tests once more, prints how much of the code they run, and fails below a floor. */
await runCommand(async () => {
  const results: Counts[] = [];
  for (const { name, command, ...options } of suites) {
    const { exitCode, output } = await runNode(command, options);
    const shares = output.match(/^.*(?:Lines|Branches|Functions) +:.*$|^.*all files.*$/gm) ?? [];
    console.log([name, ...(exitCode === 0 ? shares : [output])].join('\n'));
    results.push(countExit(exitCode));
  }

  const { passed, failed } = total(results);
  if (failed > 0) process.exitCode = 1;
  console.log(`${passed} passed, ${failed} failed`);
});
