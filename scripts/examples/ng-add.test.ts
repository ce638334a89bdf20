import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import {
  SchematicTestRunner,
  type UnitTestTree,
} from '@angular-devkit/schematics/testing/index.js';
import { repository } from '../lib/paths.ts';
import { buildSchematics } from './build-schematics.ts';
import { freshPortal } from './fresh-portal.ts';

const options = { domain: 'acme.eu.auth0.com', clientId: 'abc' };

let folder = '';

before(async () => {
  // Within the repository, whose packages it uses.
  await mkdir(join(repository, 'dist'), { recursive: true });
  folder = await mkdtemp(join(repository, 'dist', 'ng-add-'));
  await buildSchematics(folder);
  await cp(join(repository, 'lib', 'package.json'), join(folder, 'package.json'));
});

after(() => rm(folder, { recursive: true, force: true }));

/** Runs it on an application, and tells what it wrote there and said. */
async function add(given: object = {}, change: (tree: UnitTestTree) => void = () => undefined) {
  const portal = await freshPortal();
  change(portal);
  const collection = join(folder, 'schematics', 'collection.json');
  const runner = new SchematicTestRunner('ligature-angular', collection);
  const said: string[] = [];
  runner.logger.subscribe(({ message }) => said.push(message));
  const run = (tree: UnitTestTree) => runner.runSchematic('ng-add', { ...options, ...given }, tree);

  return { tree: await run(portal), again: run, runner, said };
}

const text = (tree: UnitTestTree, path: string): string => tree.readContent(path);

const json = (tree: UnitTestTree, path: string): unknown => JSON.parse(text(tree, path));

describe('ng add', () => {
  it('puts the provider and the route into a fresh application', async () => {
    const { tree } = await add();

    assert.match(text(tree, '/src/app/app.config.ts'), /provideLigature\('ligature\.json'\)/);
    assert.match(
      text(tree, '/src/app/app.routes.ts'),
      /\[\{ path: 'settings\/sign-in', children: ligatureRoutes\(\) \}\]/,
    );
    for (const file of ['/src/app/app.config.ts', '/src/app/app.routes.ts']) {
      assert.match(text(tree, file), /from 'ligature-angular';/);
    }
  });

  it('writes a configuration for the tenant that was named, however its domain was typed', async () => {
    const { tree } = await add({ domain: ' https://Acme.eu.auth0.com/ ', clientId: ' abc ' });

    assert.deepEqual((json(tree, '/public/ligature.json') as { readonly tenant: object }).tenant, {
      domain: 'acme.eu.auth0.com',
      clientId: 'abc',
      audience: 'https://acme.eu.auth0.com/api/v2/',
      environment: 'development',
    });
  });

  it('adds to the build what the pages need, and to the packages what they expect', async () => {
    const { tree, runner } = await add();
    const { projects } = json(tree, '/angular.json') as {
      readonly projects: { readonly portal: { readonly architect: { readonly build: object } } };
    };
    const { dependencies } = json(tree, '/package.json') as {
      readonly dependencies: Readonly<Record<string, string>>;
    };

    assert.match(JSON.stringify(projects.portal.architect.build), /"@angular\/localize\/init"/);
    assert.match(JSON.stringify(projects.portal.architect.build), /"output":"providers"/);
    assert.equal(dependencies['@auth0/auth0-angular'], '~2.12.0');
    assert.deepEqual(
      runner.tasks.map(({ name }) => name),
      ['node-package'],
    );
  });

  it('mounts the pages where it is told to, before a route that takes every address', async () => {
    const { tree } = await add({ path: '/account/' }, (portal) =>
      portal.overwrite(
        '/src/app/app.routes.ts',
        "export const routes: Routes = [\n  { path: '**', redirectTo: '' },\n];\n",
      ),
    );

    assert.match(
      text(tree, '/src/app/app.routes.ts'),
      /path: 'account', children: ligatureRoutes\(\) \},\s+\{ path: '\*\*'/,
    );
  });

  it('says what to set at the tenant', async () => {
    const { said } = await add();

    assert.match(
      said.join('\n'),
      /Callback URLs +http:\/\/localhost:4200\/settings\/sign-in\/callback, \S+\/link\/callback/,
    );
  });

  it('changes nothing where it was called before', async () => {
    const { tree, again } = await add();
    const files = ['/src/app/app.config.ts', '/src/app/app.routes.ts', '/angular.json'];
    const first = files.map((file) => text(tree, file));
    tree.overwrite('/public/ligature.json', '{}');
    const twice = await again(tree);

    assert.deepEqual(
      files.map((file) => text(twice, file)),
      first,
    );
    assert.equal(text(twice, '/public/ligature.json'), '{}');
  });

  it('says which line to add where a portal keeps its routes elsewhere', async () => {
    const { said } = await add({}, (portal) => portal.delete('/src/app/app.routes.ts'));

    assert.match(said.join('\n'), /path: 'settings\/sign-in', children: ligatureRoutes\(\)/);
  });

  for (const domain of ['', 'acme', 'http://acme.eu.auth0.com', 'https://acme.eu.auth0.com/api']) {
    it(`refuses what can be no tenant: "${domain}"`, async () => {
      await assert.rejects(add({ domain }), { name: 'Error', message: /host name|https/ });
    });
  }

  it('asks which project is meant where there are several', async () => {
    const withTwo = (portal: UnitTestTree): void => {
      const workspace = json(portal, '/angular.json') as { projects: Record<string, object> };
      workspace.projects['other'] = { projectType: 'application', root: 'other', architect: {} };
      portal.overwrite('/angular.json', JSON.stringify(workspace));
    };

    await assert.rejects(add({}, withTwo), /--project/);
  });
});
