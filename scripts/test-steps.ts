import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { repository } from './paths.ts';
import { installed } from './run-node.ts';
import { checked, endToEndTests, jestTests, nodeTests, type StepResult } from './test-runs.ts';

/** One thing `npm test` checks. */
export interface TestStep {
  readonly name: string;
  /** The step without which this one says nothing. */
  readonly needs?: string;
  readonly run: () => Promise<StepResult>;
}

const architectureTest = 'scripts/architecture.test.ts';
const commandsTest = 'scripts/commands-run.test.ts';
const stepsOfTheirOwn = new Set([architectureTest, commandsTest].map((file) => basename(file)));

/** Everything `npm test` checks, what is quick to fail first. */
export const testSteps: readonly TestStep[] = [
  {
    name: 'format',
    run: () => checked([[installed('prettier/bin/prettier.cjs'), '--check', '.']]),
  },
  { name: 'lint', run: () => checked([[installed('eslint/bin/eslint.js'), ...lintOptions]]) },
  { name: 'types', run: () => checked(projects.map(typeCheck)) },
  { name: 'imports', run: () => nodeTests('imports', [architectureTest]) },
  { name: 'jest', run: jestTests },
  // In one process: each of its eighty files would load the whole tenant again.
  {
    name: 'tenant',
    run: () =>
      nodeTests('tenant', ['--test-isolation=none', 'test/**/*.test.ts'], { cwd: 'tenant' }),
  },
  { name: 'scripts', run: () => nodeTests('scripts', scriptTests()) },
  { name: 'build', run: () => checked([[installed('@angular/cli/bin/ng.js'), 'build']]) },
  { name: 'commands', needs: 'build', run: () => nodeTests('commands', [commandsTest]) },
  { name: 'e2e', needs: 'build', run: endToEndTests },
];

const lintOptions = ['.', '--max-warnings', '0'];

// The build checks the application once more, and its templates.
const projects = ['tsconfig.spec.json', 'tsconfig.node.json', 'tenant/tsconfig.json'];

const typeCheck = (project: string): string[] => [
  installed('typescript/bin/tsc'),
  '--noEmit',
  '--project',
  project,
];

const scriptTests = (): string[] =>
  globSync('scripts/*.test.ts', { cwd: repository }).filter(
    (file) => !stepsOfTheirOwn.has(basename(file)),
  );
