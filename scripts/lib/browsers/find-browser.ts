import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { browserCandidates, headlessShellCandidates, type Machine } from './browser-candidates.ts';
import { CommandError } from '../command-error.ts';
import { installDebians, run } from './install-debians.ts';
import { installed } from '../run-node.ts';

/** What a Chromium is looked for on. */
export interface BrowserMachine extends Machine {
  readonly exists: (path: string) => boolean;
  /** Where Playwright keeps the browser it downloads. */
  readonly playwrights: string;
  /** Has Playwright download its browser; gives whether it could. */
  readonly installPlaywrights: () => boolean;
  /** Installs Debian's packages if it can; gives whether it could. */
  readonly install: (packages: readonly string[]) => boolean;
}

/**
 * Finds a Chromium to test in: the one `CHROMIUM_PATH` names, or one that is installed, or Playwright's own, or one that
 * is installed now. Gives its path; where there is none, throws a `CommandError` that says what to do.
 */
export function findBrowser(machine: BrowserMachine = thisMachine()): string {
  const chosen = machine.environment['CHROMIUM_PATH'];
  if (chosen !== undefined) {
    if (machine.exists(chosen)) return chosen;
    throw new CommandError(`CHROMIUM_PATH names no file: ${chosen}`);
  }

  const browser = present(machine) ?? (machine.installPlaywrights() ? present(machine) : undefined);
  if (browser !== undefined) return browser;
  if (machine.install(['chromium', 'chromium-headless-shell']) || machine.install(['chromium'])) {
    const debians = present(machine);
    if (debians !== undefined) return debians;
  }

  throw new CommandError(
    'No Chromium was found, and none could be installed. ' +
      'Install Chromium or Chrome, or name one with CHROMIUM_PATH.',
  );
}

/**
 * Finds the same engine without windows, which asks a third less of a machine. Gives nothing where there is none, or
 * where `CHROMIUM_PATH` names what is to be tested in.
 */
export function findHeadlessShell(machine: BrowserMachine = thisMachine()): string | undefined {
  if (machine.environment['CHROMIUM_PATH'] !== undefined) return undefined;

  return headlessShellCandidates(machine).find((path) => machine.exists(path));
}

const thisMachine = (): BrowserMachine => ({
  platform: process.platform,
  environment: process.env,
  exists: existsSync,
  playwrights: chromium.executablePath(),
  installPlaywrights: () =>
    run(process.execPath, [installed('@playwright/test/cli.js'), 'install', 'chromium']),
  install: installDebians,
});

function present(machine: BrowserMachine): string | undefined {
  return [...browserCandidates(machine), machine.playwrights].find((path) => machine.exists(path));
}
