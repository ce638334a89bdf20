import { existsSync } from 'node:fs';
import type { Machine } from './browser-candidates.ts';
import { CommandError } from '../command-error.ts';
import { firefoxCandidates, webKitCandidates } from './engine-candidates.ts';
import { installDebians } from './install-debians.ts';

/** What it takes to drive WebKit. */
export interface WebKitPrograms {
  readonly driver: string;
  readonly browser: string;
  /** Gives it a screen that nobody sees. */
  readonly screen: string;
}

/** What engines are looked for on. */
export interface EngineMachine extends Machine {
  readonly exists: (path: string) => boolean;
  /** Installs Debian's packages if it can; gives whether it could. */
  readonly install: (packages: readonly string[]) => boolean;
}

/** A program that is looked for, and the variable that can name another. */
interface Wanted {
  readonly variable: string;
  readonly candidates: (machine: Machine) => readonly string[];
}

/** The path of a Firefox to test in: named by `FIREFOX_PATH`, or installed already, or installed now. */
export function findFirefox(machine: EngineMachine = thisMachine): string {
  const [firefox] = find([{ variable: 'FIREFOX_PATH', candidates: firefoxCandidates }], {
    packages: ['firefox-esr'],
    machine,
  });
  if (firefox !== undefined) return firefox;

  throw new CommandError(
    'No Firefox was found, and none could be installed. ' +
      'Install Firefox (Debian: firefox-esr), or name one with FIREFOX_PATH.',
  );
}

/** The programs to test in WebKit with, found as Firefox is; there are such programs on Linux only. */
export function findWebKit(machine: EngineMachine = thisMachine): WebKitPrograms {
  if (machine.platform !== 'linux') {
    throw new CommandError(
      'The journeys can be made in WebKit on Linux only, where it comes with a driver. ' +
        'Run --engine webkit on Debian, for instance in a container.',
    );
  }
  const [driver, browser, screen] = find(
    [
      { variable: 'WEBKIT_DRIVER_PATH', candidates: webKitCandidates.drivers },
      { variable: 'MINIBROWSER_PATH', candidates: webKitCandidates.browsers },
      { variable: 'XVFB_PATH', candidates: webKitCandidates.screens },
    ],
    { packages: ['webkit2gtk-driver', 'xvfb'], machine },
  );
  if (driver !== undefined && browser !== undefined && screen !== undefined) {
    return { driver, browser, screen };
  }

  throw new CommandError(
    'No WebKit was found that can be driven, and none could be installed. ' +
      'Install WebKitWebDriver, MiniBrowser and Xvfb (Debian: webkit2gtk-driver and xvfb), ' +
      'or name them with WEBKIT_DRIVER_PATH, MINIBROWSER_PATH and XVFB_PATH.',
  );
}

const thisMachine: EngineMachine = {
  platform: process.platform,
  environment: process.env,
  exists: existsSync,
  install: installDebians,
};

function find(
  wanted: readonly Wanted[],
  { packages, machine }: { readonly packages: readonly string[]; readonly machine: EngineMachine },
): readonly (string | undefined)[] {
  const present = wanted.map((program) => presentOf(program, machine));
  const isComplete = present.every((path) => path !== undefined);
  if (isComplete || !machine.install(packages)) return present;

  return wanted.map((program) => presentOf(program, machine));
}

function presentOf({ variable, candidates }: Wanted, machine: EngineMachine): string | undefined {
  const chosen = machine.environment[variable];
  if (chosen === undefined) return candidates(machine).find((path) => machine.exists(path));
  if (machine.exists(chosen)) return chosen;

  throw new CommandError(`${variable} names no file: ${chosen}`);
}
