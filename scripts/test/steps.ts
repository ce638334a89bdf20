import { globSync } from 'node:fs';
import { repository } from '../lib/paths.ts';
import { installed } from '../lib/run-node.ts';
import { commandsPass, endToEndTests, jestTests, nodeTests, type StepResult } from './runs.ts';

/** One thing `npm test` checks. */
export interface TestStep {
  readonly name: string;
  /** The step without which this one says nothing. */
  readonly needs?: string;
  readonly run: () => Promise<StepResult>;
}

const importTableTest = 'scripts/test/structure/import-table.test.ts';
const commandsTest = 'scripts/test/documents/commands-run.test.ts';
const stepsOfTheirOwn = [importTableTest, commandsTest];

/** Everything `npm test` checks, what is quick to fail first. */
export const testSteps: readonly TestStep[] = [
  {
    name: 'format',
    run: () => commandsPass([[installed('prettier/bin/prettier.cjs'), '--check', '.']]),
  },
  { name: 'lint', run: () => commandsPass([[installed('eslint/bin/eslint.js'), ...lintOptions]]) },
  { name: 'types', run: () => commandsPass(projects.map(typeCheck)) },
  { name: 'structure', run: () => commandsPass([['scripts/test/structure/main.ts']]) },
  { name: 'imports', run: () => nodeTests('imports', [importTableTest]) },
  { name: 'jest', run: jestTests },
  { name: 'tenant', run: () => nodeTests('tenant', ['test/**/*.test.ts'], { cwd: 'tenant' }) },
  { name: 'scripts', run: () => nodeTests('scripts', scriptTests()) },
  { name: 'build', run: () => commandsPass([[installed('@angular/cli/bin/ng.js'), 'build']]) },
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
  globSync('scripts/**/*.test.ts', { cwd: repository }).filter(
    (file) => !stepsOfTheirOwn.includes(file),
  );
