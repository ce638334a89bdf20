import { execFile } from 'node:child_process';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CommandError } from '../lib/command-error.ts';
import { onceInRun } from '../lib/once.ts';
import { repository } from '../lib/paths.ts';
import { runNode } from '../lib/run-node.ts';
import { buildLibrary } from './build-library.ts';

/** Builds the library, and installs it in a folder of the repository from the tarball that a registry would give. */
export async function installLibrary(folder: string): Promise<void> {
  await onceInRun('library', async () => {
    await buildLibrary();
    await packLibrary();
  });
  const place = join(repository, folder, 'node_modules', 'ligature-angular');
  await rm(place, { recursive: true, force: true });
  await mkdir(place, { recursive: true });
  // What it depends on is in the repository already, whose folder is above.
  const tarball = await tarballFile();
  await promisify(execFile)('tar', ['-xzf', tarball, '-C', place, '--strip-components=1']);
}

async function packLibrary(): Promise<void> {
  const npm = process.env['npm_execpath'];
  if (npm === undefined) throw new CommandError('Start this by npm run: it packs with that npm.');
  const { exitCode, output } = await runNode(
    [npm, 'pack', '--loglevel', 'error', '--pack-destination', join(repository, 'dist')],
    { cwd: join('dist', 'ligature-angular') },
  );
  if (exitCode !== 0) throw new CommandError(`The library could not be packed.\n${output}`);
}

/** Where npm has put it. */
async function tarballFile(): Promise<string> {
  const { name, version } = JSON.parse(
    await readFile(join(repository, 'lib', 'package.json'), 'utf8'),
  ) as { readonly name: string; readonly version: string };

  return join(repository, 'dist', `${name}-${version}.tgz`);
}
