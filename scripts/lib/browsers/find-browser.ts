import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { browserCandidates, headlessShellCandidates } from './browser-candidates.ts';
import { CommandError } from '../command-error.ts';
import { installDebians, run } from './install-debians.ts';
import { installed } from '../run-node.ts';

/**
 * The path of a Chromium to test in: the one `CHROMIUM_PATH` names, or one that is installed, or
 * Playwright's own, or one that is installed now.
 */
export function findBrowser(): string {
  const chosen = process.env['CHROMIUM_PATH'];
  if (chosen !== undefined) {
    if (existsSync(chosen)) return chosen;
    throw new CommandError(`CHROMIUM_PATH names no file: ${chosen}`);
  }

  const browser = present() ?? (installPlaywrights() ? present() : undefined);
  if (browser !== undefined) return browser;
  if (installDebians(['chromium', 'chromium-headless-shell']) || installDebians(['chromium'])) {
    const debians = present();
    if (debians !== undefined) return debians;
  }

  throw new CommandError(
    'No Chromium was found, and none could be installed. ' +
      'Install Chromium or Chrome, or name one with CHROMIUM_PATH.',
  );
}

/**
 * The path of the same engine without windows, which asks a third less of a machine: nothing where there is none,
 * or where `CHROMIUM_PATH` names what is to be tested in.
 */
export function findHeadlessShell(): string | undefined {
  if (process.env['CHROMIUM_PATH'] !== undefined) return undefined;
  const { platform, env: environment } = process;

  return headlessShellCandidates({ platform, environment }).find((path) => existsSync(path));
}

function present(): string | undefined {
  const { platform, env: environment } = process;

  return [...browserCandidates({ platform, environment }), chromium.executablePath()].find((path) =>
    existsSync(path),
  );
}

function installPlaywrights(): boolean {
  return run(process.execPath, [installed('@playwright/test/cli.js'), 'install', 'chromium']);
}
