import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandError } from '../lib/command-error.ts';
import { repository } from '../lib/paths.ts';
import { installed, runNode } from '../lib/run-node.ts';
import { buildSchematics } from './build-schematics.ts';

/** What a portal installs. */
const builtLibrary = join(repository, 'dist', 'ligature-angular');

/** The public types as they were when somebody last looked at them. */
const apiReport = join(repository, 'lib', 'api.d.ts');

/**
 * Packs the library in the Angular Package Format, with the marks of providers and of notices as assets. Fails where its public types
 * are not those of `lib/api.d.ts`, unless that file is to be written anew.
 */
export async function buildLibrary({ acceptsApi = false } = {}): Promise<void> {
  const { exitCode, output } = await runNode([
    installed('ng-packagr/src/cli/main.js'),
    ...['--project', 'lib/ng-package.json', '--config', 'tsconfig.lib.json'],
  ]);
  if (exitCode !== 0) throw new CommandError(`The library could not be built.\n${output}`);
  await buildSchematics(builtLibrary);
  await cp(join(repository, 'public', 'providers'), join(builtLibrary, 'providers'), {
    recursive: true,
  });
  await cp(join(repository, 'src', 'styles', 'icons'), join(builtLibrary, 'providers', 'notices'), {
    recursive: true,
  });
  await cp(
    join(repository, 'public', 'config.schema.json'),
    join(builtLibrary, 'config.schema.json'),
  );

  const types = await readFile(join(builtLibrary, 'types', 'ligature-angular.d.ts'), 'utf8');
  if (acceptsApi) await writeFile(apiReport, types);
  else if (types !== (await readFile(apiReport, 'utf8'))) {
    throw new CommandError(
      'The public types have changed. If that is meant, npm run build:lib -- --accept-api writes lib/api.d.ts; say so in CHANGELOG.md.',
    );
  }
}
