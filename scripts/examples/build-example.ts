import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandError } from '../lib/command-error.ts';
import { onceInRun } from '../lib/once.ts';
import { repository } from '../lib/paths.ts';
import { installed, runNode } from '../lib/run-node.ts';
import { buildElement, builtElement } from './build-element.ts';
import { installLibrary } from './install-library.ts';

const folderOf = (name: string): string => join('examples', name);

/** What the build of an example writes. */
export const builtExample = (name: string): string =>
  join(repository, folderOf(name), 'dist', 'browser');

/** Builds an example with what it has of Ligature: once in a run of tests, of which several may want it. */
export const buildExample = (name: string): Promise<void> =>
  onceInRun(name, async () => {
    if (name === 'portal-plain') return buildPlainPortal(name);
    await installLibrary(folderOf(name));
    const { exitCode, output } = await runNode([installed('@angular/cli/bin/ng.js'), 'build'], {
      cwd: folderOf(name),
    });
    if (exitCode !== 0) throw new CommandError(`The example could not be built.\n${output}`);
  });

/** Puts the element beside a portal that is nothing but files. */
async function buildPlainPortal(name: string): Promise<void> {
  await buildElement();
  const site = builtExample(name);
  await rm(site, { recursive: true, force: true });
  await cp(join(repository, folderOf(name), 'public'), site, { recursive: true });
  await cp(builtElement, join(site, 'ligature'), { recursive: true });
}
