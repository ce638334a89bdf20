import { join } from 'node:path';
import { CommandError } from '../lib/command-error.ts';
import { onceInRun } from '../lib/once.ts';
import { repository } from '../lib/paths.ts';
import { installed, runNode } from '../lib/run-node.ts';
import { installLibrary } from './install-library.ts';

const folderOf = (name: string): string => join('examples', name);

/** What the build of an example writes. */
export const builtExample = (name: string): string =>
  join(repository, folderOf(name), 'dist', 'browser');

/** Installs the library in an example, and builds that: once in a run of tests, of which several may want it. */
export const buildExample = (name: string): Promise<void> =>
  onceInRun(name, async () => {
    await installLibrary(folderOf(name));
    const { exitCode, output } = await runNode([installed('@angular/cli/bin/ng.js'), 'build'], {
      cwd: folderOf(name),
    });
    if (exitCode !== 0) throw new CommandError(`The example could not be built.\n${output}`);
  });
