import { globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { repository, testResults } from './paths.ts';
import { installed, runNode, type RunOptions, type RunResult } from './run-node.ts';
import {
  countExit,
  countJest,
  countPlaywright,
  type Counts,
  countTap,
  judged,
} from './test-counts.ts';

export interface StepResult {
  readonly counts: Counts;
  readonly output: string;
}

/** One thing `npm test` checks. */
export interface TestStep {
  readonly name: string;
  /** The step without which this one says nothing. */
  readonly needs?: string;
  readonly run: () => Promise<StepResult>;
}

const architectureTest = 'scripts/architecture.test.ts';

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
  { name: 'tenant', run: () => nodeTests('tenant', ['test/**/*.test.ts'], { cwd: 'tenant' }) },
  { name: 'scripts', run: () => nodeTests('scripts', scriptTests()) },
  { name: 'build', run: () => checked([[installed('@angular/cli/bin/ng.js'), 'build']]) },
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

/** Runs commands one after the other, all of them. */
async function checked(commands: readonly (readonly string[])[]): Promise<StepResult> {
  const results: RunResult[] = [];
  for (const command of commands) results.push(await runNode(command));
  const failed = results.filter(({ exitCode }) => exitCode !== 0);

  return {
    counts: countExit(failed.length),
    output: failed.map(({ output }) => output).join('\n'),
  };
}

async function nodeTests(
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

  return { counts: judged(countTap(contentOf(report)), exitCode), output };
}

async function jestTests(): Promise<StepResult> {
  const report = freshReport('jest.json');
  const { exitCode, output } = await runNode([
    installed('jest/bin/jest.js'),
    '--json',
    `--outputFile=${report}`,
  ]);

  return { counts: judged(countJest(jsonOf(report)), exitCode), output };
}

async function endToEndTests(): Promise<StepResult> {
  const report = freshReport('e2e.json');
  const { exitCode, output } = await runNode(['scripts/e2e.ts', '--no-build']);

  return { counts: judged(countPlaywright(jsonOf(report)), exitCode), output };
}

const scriptTests = (): string[] =>
  globSync('scripts/*.test.ts', { cwd: repository }).filter(
    (file) => basename(file) !== basename(architectureTest),
  );

/** The path of a report that does not exist yet, so that an old one is never read. */
function freshReport(name: string): string {
  mkdirSync(testResults, { recursive: true });
  const report = join(testResults, name);
  rmSync(report, { force: true });

  return report;
}

function contentOf(report: string): string {
  try {
    return readFileSync(report, 'utf8');
  } catch {
    // The command ended before it could write a report, which its exit code tells.
    return '';
  }
}

function jsonOf(report: string): unknown {
  const content = contentOf(report);

  return content === '' ? undefined : JSON.parse(content);
}
