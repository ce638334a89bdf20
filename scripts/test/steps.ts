import { globSync } from 'node:fs';
import { repository } from '../lib/paths.ts';
import { installed } from '../lib/run-node.ts';
import { commandsPass, endToEndTests, jestTests, nodeTests, type StepResult } from './runs.ts';

/** One thing `npm test` checks. */
export interface TestStep {
  readonly name: string;
  /** The step without which this one says nothing. */
  readonly needs?: string;
  /** Takes minutes and seldom fails: continuous integration runs it, and whoever names it. */
  readonly isSlow?: true;
  readonly run: () => Promise<StepResult>;
}

const importTableTest = 'scripts/test/structure/import-table.test.ts';
const commandsTest = 'scripts/test/documents/commands-run.test.ts';
const stepsOfTheirOwn = [importTableTest, commandsTest];

/** What tools remember of files that have not changed. A fresh clone has none of it, and neither has CI. */
const cacheFolder = 'node_modules/.cache';

const prettier = [
  installed('prettier/bin/prettier.cjs'),
  ...['--check', '.', '--cache', '--cache-strategy', 'content'],
];

const eslint = [
  installed('eslint/bin/eslint.js'),
  ...['.', '--max-warnings', '0'],
  ...['--cache', '--cache-strategy', 'content', '--cache-location', `${cacheFolder}/eslint/`],
];

const ngBuild = [installed('@angular/cli/bin/ng.js'), 'build', '--stats-json'];

const knip = [installed('knip/bin/knip.js'), '--no-progress'];

// The build checks the application once more, and its templates.
const projects = [
  'tsconfig.spec.json',
  'tsconfig.node.json',
  'tenant/tsconfig.json',
  'lib/schematics/tsconfig.json',
];

// TypeScript 7 finds what TypeScript 6 finds in a fifth of the time; Angular and ESLint need the API of 6. One thread: every core has a lane.
const typeCheck = (project: string): string[] => [
  installed('typescript-7/bin/tsc'),
  ...['--noEmit', '--project', project, '--singleThreaded'],
];

const scriptTests = (): string[] =>
  globSync('scripts/**/*.test.ts', { cwd: repository }).filter(
    (file) => !stepsOfTheirOwn.includes(file),
  );

/**
 * Everything `npm test` checks, and what is slow. The steps of a group run side by side, those that take long first; a group waits for
 * the one before it. What drives a browser is alone, for there the time counts.
 */
export const testSteps: readonly (readonly TestStep[])[] = [
  [
    { name: 'jest', run: jestTests },
    { name: 'lint', run: () => commandsPass([eslint, knip]) },
    // In one process: each of its eighty files would load the whole tenant again.
    {
      name: 'tenant',
      run: () =>
        nodeTests('tenant', ['--test-isolation=none', 'test/**/*.test.ts'], { cwd: 'tenant' }),
    },
    {
      name: 'build',
      run: () => commandsPass([ngBuild, ['scripts/lib/preloads/write-preloads.ts']]),
    },
    { name: 'languages', run: () => commandsPass([['scripts/locales/main.ts']]) },
    { name: 'types', run: () => commandsPass(projects.map(typeCheck)) },
    { name: 'format', run: () => commandsPass([prettier]) },
    { name: 'imports', run: () => nodeTests('imports', [importTableTest]) },
    { name: 'scripts', run: () => nodeTests('scripts', scriptTests()) },
    { name: 'structure', run: () => commandsPass([['scripts/test/structure/main.ts']]) },
  ],
  [{ name: 'e2e', needs: 'build', run: endToEndTests }],
  [
    {
      name: 'commands',
      needs: 'build',
      isSlow: true,
      run: () => nodeTests('commands', [commandsTest]),
    },
  ],
];
