import { buildApp, expectBuiltApp } from '../lib/build-app.ts';
import { findBrowser } from '../lib/browsers/find-browser.ts';
import { runCommand } from '../lib/run-command.ts';
import { exitOf, installed, spawnNode } from '../lib/run-node.ts';

const args = process.argv.slice(2);

await runCommand(async () => {
  process.exitCode = args.some((arg) => arg === '--engine' || arg.startsWith('--engine='))
    ? await exitOf(spawnNode(['e2e/engines/main.ts', ...args], 'inherit'))
    : await playwright();
});

// Everything but `--no-build` is Playwright's: a file, --grep, --headed, --debug.
async function playwright(): Promise<number> {
  const browser = findBrowser();
  if (!args.includes('--no-build')) await buildApp();
  expectBuiltApp();

  return exitOf(
    spawnNode(
      [
        installed('@playwright/test/cli.js'),
        'test',
        '--config',
        'e2e/playwright.config.ts',
        ...args.filter((arg) => arg !== '--no-build'),
      ],
      'inherit',
      { env: { LIGATURE_CHROMIUM: browser } },
    ),
  );
}
