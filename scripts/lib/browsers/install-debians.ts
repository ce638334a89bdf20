import { spawnSync } from 'node:child_process';
import { isRoot } from './browser-arguments.ts';

/** Installs Debian's packages where this process may; gives whether they are installed now. */
export const installDebians = (packages: readonly string[]): boolean =>
  process.platform === 'linux' &&
  isRoot() &&
  run('apt-get', ['update']) &&
  run('apt-get', ['install', '--yes', ...packages]);

/** Runs a program whose words are for the person at the keyboard; gives whether it ended well. */
export const run = (command: string, args: readonly string[]): boolean =>
  spawnSync(command, args, { stdio: 'inherit' }).status === 0;
