import { buildApp, expectBuiltApp } from './build-app.ts';
import { findBrowser } from './find-browser.ts';
import { runCommand } from './run-command.ts';
import { exitOf, installed, spawnNode } from './run-node.ts';

// Everything but `--no-build` is Playwright's: a file, --grep, --headed, --debug.
const playwrightArgs = process.argv.slice(2).filter((arg) => arg !== '--no-build');
const build = !process.argv.includes('--no-build');

await runCommand(async () => {
  const browser = findBrowser();
  if (build) await buildApp();
  expectBuiltApp();

  const playwright = spawnNode(
    [
      installed('@playwright/test/cli.js'),
      'test',
      '--config',
      'e2e/playwright.config.ts',
      ...playwrightArgs,
    ],
    'inherit',
    { env: { LIGATURE_CHROMIUM: browser } },
  );
  process.exitCode = await exitOf(playwright);
});
