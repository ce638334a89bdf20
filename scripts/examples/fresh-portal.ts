import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  SchematicTestRunner,
  type UnitTestTree,
} from '@angular-devkit/schematics/testing/index.js';
import { repository } from '../lib/paths.ts';
import { installed } from '../lib/run-node.ts';

const angularSchematics = installed('@schematics/angular/collection.json');

/** Makes what `ng new` of the Angular CLI that is installed here makes: a workspace with one application. */
export async function freshPortal(): Promise<UnitTestTree> {
  const { version } = JSON.parse(
    await readFile(installed('@angular', 'cli', 'package.json'), 'utf8'),
  ) as { readonly version: string };

  return new SchematicTestRunner('@schematics/angular', angularSchematics).runSchematic('ng-new', {
    name: 'portal',
    directory: '.',
    version,
    style: 'scss',
    skipInstall: true,
    skipGit: true,
  });
}

/** Writes it to a folder of the repository, where it finds the packages that are installed there. */
export async function writeFreshPortal(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  const tree = await freshPortal();
  for (const file of tree.files) {
    const path = join(folder, file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, tree.readContent(file));
  }
  const packages = join(folder, 'node_modules');
  await mkdir(packages);
  for (const name of await readdir(join(repository, 'node_modules'))) {
    await symlink(join(repository, 'node_modules', name), join(packages, name));
  }
}
