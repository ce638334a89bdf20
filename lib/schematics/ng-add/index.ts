import { posix } from 'node:path';

import {
  chain,
  noop,
  SchematicsException,
  type DirEntry,
  type Rule,
} from '@angular-devkit/schematics';
import { addRootProvider, readWorkspace } from '@schematics/angular/utility';

import { addDependencies } from './add-dependencies';
import { addRoute } from './add-route';
import { changeBuild } from './change-build';
import { nextSteps } from './next-steps';
import { tenantOrigin } from './tenant-origin';
import { configPath, writeConfig } from './write-config';

/** What `ng add ligature-angular` asks for, or is given as options. */
export interface NgAddOptions {
  readonly project?: string;
  readonly domain: string;
  readonly clientId: string;
  readonly path?: string;
  readonly skipInstall?: boolean;
}

/**
 * Puts Ligature into a portal: provider, route, configuration, and what its build needs. Says at the end what to set at
 * the tenant. What is there already stays as it is, so that it can be called again. Fails with a `SchematicsException`
 * that says what to change.
 *
 * @see https://angular.dev/tools/cli/schematics-for-libraries
 */
export function ngAdd(options: NgAddOptions): Rule {
  return async (tree) => {
    const { projects, extensions } = await readWorkspace(tree);
    const defaultProject = extensions['defaultProject'];
    const [only, ...others] = projects.keys();
    const name =
      options.project ??
      (typeof defaultProject === 'string' ? defaultProject : undefined) ??
      (others.length === 0 ? only : undefined);
    const project = name === undefined ? undefined : projects.get(name);
    if (name === undefined || project === undefined) {
      throw new SchematicsException('Which project? Say so with --project.');
    }
    const origin = tenantOrigin(options.domain);
    const clientId = options.clientId.trim();
    if (clientId === '') throw new SchematicsException('A Client ID has to be given.');
    const mount = (options.path ?? 'settings/sign-in').replaceAll(/^\/+|\/+$/g, '');
    const sourceRoot = project.sourceRoot ?? posix.join(project.root, 'src');
    const config = configPath(project.root);
    const isThere = isProvidedIn(tree.getDir(sourceRoot));

    return chain([
      addDependencies({ installs: options.skipInstall !== true }),
      writeConfig(config, { origin, clientId }),
      isThere
        ? noop()
        : addRootProvider(
            name,
            ({ code, external }) =>
              code`${external('provideLigature', 'ligature-angular')}('ligature.json')`,
          ),
      isThere ? noop() : addRoute(sourceRoot, mount),
      changeBuild(name),
      nextSteps({ origin, mount, config }),
    ]);
  };
}

/** Whether some file of a portal names the provider already. */
function isProvidedIn(folder: DirEntry): boolean {
  let isProvided = false;
  folder.visit((_path, entry) => {
    isProvided ||= entry?.path.endsWith('.ts') === true && names(entry);
  });

  return isProvided;
}

const names = (entry: { readonly content: Buffer }): boolean =>
  entry.content.includes('provideLigature(');
