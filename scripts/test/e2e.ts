import { randomUUID } from 'node:crypto';

import { buildApp, expectBuiltApp } from '../lib/build-app.ts';
import { findBrowser, findHeadlessShell } from '../lib/browsers/find-browser.ts';
import { runCommand } from '../lib/run-command.ts';
import { exitOf, installed, spawnNode } from '../lib/run-node.ts';
import { countPlaywright, withExitCode } from './counts.ts';
import { freshReport, jsonOf } from './reports.ts';

const args = process.argv.slice(2);

await runCommand(async () => {
  process.exitCode = args.some((arg) => arg === '--engine' || arg.startsWith('--engine='))
    ? await exitOf(spawnNode(['e2e/engines/main.ts', ...args], 'inherit'))
    : await playwright();
});

/** Runs the tests, or with `--matrix` the other rows of their tables. */
async function playwright(): Promise<number> {
  const own = ['--no-build', '--matrix'];
  // A shell has no window that could be shown.
  const isShown = args.some((arg) => ['--headed', '--debug', '--ui'].includes(arg));
  const browser = findBrowser();
  const shell = isShown ? undefined : findHeadlessShell();
  if (!args.includes('--no-build')) await buildApp();
  expectBuiltApp();
  const report = freshReport('e2e.json');

  const exitCode = await exitOf(
    spawnNode(
      [
        installed('@playwright/test/cli.js'),
        'test',
        '--config',
        'e2e/playwright.config.ts',
        `--project=${args.includes('--matrix') ? 'matrix' : 'tests'}`,
        // Everything else is Playwright's: a file, --grep, --headed, --debug.
        ...args.filter((arg) => !own.includes(arg)),
      ],
      'inherit',
      {
        env: {
          LIGATURE_CHROMIUM: browser,
          // Whatever is done once for all of its workers is done for this one.
          LIGATURE_RUN: randomUUID(),
          ...(shell !== undefined && { LIGATURE_HEADLESS_SHELL: shell }),
        },
      },
    ),
  );
  const result = jsonOf(report);
  if (result !== undefined) {
    const { passed, failed } = withExitCode(countPlaywright(result), exitCode);
    console.log(`${passed} passed, ${failed} failed`);
  }

  return exitCode;
}
