import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandError } from '../lib/command-error.ts';
import { repository } from '../lib/paths.ts';
import { installed, runNode } from '../lib/run-node.ts';

/** Adds what `ng add` runs to a package, in the form of modules that the Angular CLI loads. */
export async function buildSchematics(packageFolder: string): Promise<void> {
  const from = join(repository, 'lib', 'schematics');
  const to = join(packageFolder, 'schematics');
  const { exitCode, output } = await runNode([
    installed('typescript/bin/tsc'),
    ...['--project', 'lib/schematics/tsconfig.json', '--outDir', to],
  ]);
  if (exitCode !== 0) throw new CommandError(`The schematics could not be built.\n${output}`);
  for (const file of ['collection.json', 'package.json', 'ng-add/schema.json']) {
    await cp(join(from, file), join(to, file));
  }
}
