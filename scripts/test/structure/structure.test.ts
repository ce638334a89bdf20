import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';

import { foldersOf, overfull } from './folders.ts';
import { arrowsUp, readImportTable } from './import-table.ts';
import { pictureOf, withPicture } from './picture.ts';
import { readStructure, type Structure } from './read-structure.ts';

const trees: string[] = [];
after(() => {
  for (const tree of trees) rmSync(tree, { recursive: true, force: true });
});

/** Reads a tree of these files, each with what it imports. */
function structureOf(files: Readonly<Record<string, string>>): Promise<Structure> {
  const root = mkdtempSync(join(tmpdir(), 'ligature-structure-'));
  trees.push(root);
  for (const [path, code] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), code);
  }

  return readStructure(root);
}

const plain = 'export const x = 1;\n';
const importing = (...paths: readonly string[]): string =>
  [...paths.map((path, at) => `import { x as x${at} } from '${path}';`), plain].join('\n');
const importingType = (path: string): string => `import type { x } from '${path}';\n${plain}`;

describe('a circle of folders', () => {
  it('is found, also where only types go round', async () => {
    const { circles } = await structureOf({
      'src/app/saga/link/plan.ts': importing('../unlink/plan'),
      'src/app/saga/unlink/plan.ts': plain,
      'src/app/saga/unlink/run.ts': importingType('../link/run'),
      'src/app/saga/link/run.ts': plain,
    });

    assert.deepEqual(circles, ['circle of folders: src/app/saga/link ↔ src/app/saga/unlink']);
  });

  it('is found over a third folder', async () => {
    const { circles } = await structureOf({
      'tenant/src/a/one.ts': importing('../b/one.ts'),
      'tenant/src/b/one.ts': importing('../c/one.ts'),
      'tenant/src/c/one.ts': importing('../a/two.ts'),
      'tenant/src/a/two.ts': plain,
    });

    assert.deepEqual(circles, ['circle of folders: tenant/src/a ↔ tenant/src/b ↔ tenant/src/c']);
  });

  it('is none between a folder and one within it, nor by way of tests', async () => {
    const { circles } = await structureOf({
      'src/app/saga/saga.ts': importing('./link/plan'),
      'src/app/saga/link/plan.ts': importing('../outcome'),
      'src/app/saga/outcome.ts': plain,
      'src/app/identity/plan.ts': plain,
      'src/app/saga/testing/fake.ts': importing('../../identity/plan'),
      'src/app/identity/plan.spec.ts': importing('../saga/testing/fake'),
    });

    assert.deepEqual(circles, []);
  });
});

describe('a circle of files', () => {
  const circleOf = (...names: readonly string[]): string[] => [
    `circle of files: ${names.map((name) => `src/app/identity/${name}.ts`).join(' ↔ ')}`,
  ];

  it('is found over one other file', async () => {
    const { circles } = await structureOf({
      'src/app/identity/round.ts': importing('./trip'),
      'src/app/identity/trip.ts': importing('./round'),
    });

    assert.deepEqual(circles, circleOf('round', 'trip'));
  });

  it('is found over two other files', async () => {
    const { circles } = await structureOf({
      'src/app/identity/identity.ts': importing('./round'),
      'src/app/identity/round.ts': importing('./trip'),
      'src/app/identity/trip.ts': importing('./identity'),
    });

    assert.deepEqual(circles, circleOf('identity', 'round', 'trip'));
  });

  it('is found by passing on', async () => {
    const { circles } = await structureOf({
      'src/app/identity/identity.ts': "export { x } from './round';",
      'src/app/identity/round.ts': importing('./identity'),
    });

    assert.deepEqual(circles, circleOf('identity', 'round'));
  });

  it('is none where only a type goes round, which nothing loads', async () => {
    const { circles } = await structureOf({
      'src/app/identity/round.ts': importing('./trip'),
      'src/app/identity/trip.ts': importingType('./round'),
    });

    assert.deepEqual(circles, []);
  });
});

describe('an import that runs up the table', async () => {
  const allows = await readImportTable();
  const upIn = async (files: Readonly<Record<string, string>>): Promise<readonly string[]> =>
    arrowsUp((await structureOf(files)).imports, allows);

  it('is found in the application', async () => {
    assert.deepEqual(
      await upIn({
        'src/app/session/session.ts': importing('../saga/saga', '../identity/account'),
        'src/app/saga/saga.ts': importing('../identity/account'),
        'src/app/identity/account.ts': plain,
      }),
      ['import: src/app/session/session.ts may not import src/app/saga/saga.ts'],
    );
  });

  it('is found in the tenant', async () => {
    assert.deepEqual(
      await upIn({
        'tenant/src/protocol/json.ts': importingType('../state/tenant-state.ts'),
        'tenant/src/state/tenant-state.ts': importing('../protocol/scope.ts'),
        'tenant/src/protocol/scope.ts': plain,
      }),
      ['import: tenant/src/protocol/json.ts may not import tenant/src/state/tenant-state.ts'],
    );
  });

  it('is found from one into another', async () => {
    assert.deepEqual(
      await upIn({
        'src/app/identity/account.ts': importing('../../../tenant/src/state/people'),
        'tenant/src/state/people.ts': plain,
      }),
      ['import: src/app/identity/account.ts may not import tenant/src/state/people.ts'],
    );
  });
});

describe('the entries of a folder', () => {
  const many = (count: number, folder = 'scripts/lib'): Record<string, string> =>
    Object.fromEntries(
      Array.from({ length: count }, (_, at) => [`${folder}/file-${at}.ts`, plain]),
    );
  const tooManyIn = async (files: Readonly<Record<string, string>>): Promise<readonly string[]> =>
    overfull(foldersOf(await structureOf(files)));

  it('may be fifteen, with a folder as one, and a spec, a template and a style as none', async () => {
    assert.deepEqual(
      await tooManyIn({
        ...many(14),
        'scripts/lib/testing/helper.ts': plain,
        'scripts/lib/file-1.spec.ts': plain,
        'scripts/lib/file-1.html': '',
        'scripts/lib/file-1.scss': '',
      }),
      [],
    );
  });

  it('may not be sixteen', async () => {
    assert.deepEqual(await tooManyIn(many(16)), [
      'entries: scripts/lib has 16, and 15 is the most',
    ]);
  });

  it('may be more in a registry', async () => {
    assert.deepEqual(await tooManyIn(many(16, 'src/app/staging/checks/rules')), []);
  });

  it('are told with the imports in and out', async () => {
    const structure = await structureOf({
      'bench/main.ts': importing('../scripts/lib/one.ts', './other.ts'),
      'bench/other.ts': importing('../scripts/lib/one.ts'),
      'scripts/lib/one.ts': plain,
    });

    assert.deepEqual(foldersOf(structure), [
      { path: 'bench', entries: 2, importsIn: 0, importsOut: 2 },
      { path: 'scripts', entries: 1, importsIn: 0, importsOut: 0 },
      { path: 'scripts/lib', entries: 1, importsIn: 2, importsOut: 0 },
    ]);
  });
});

describe('the picture', () => {
  const imports = [
    { from: 'src/app/app.ts', to: 'src/app/linking/page.ts' },
    { from: 'src/app/linking/page.ts', to: 'src/app/linking/store.ts' },
    { from: 'src/app/linking/store.ts', to: 'src/app/saga/link/saga.ts' },
    { from: 'src/app/linking/store.ts', to: 'src/app/identity/account.ts' },
    { from: 'src/app/saga/link/saga.ts', to: 'src/app/identity/account.ts' },
    { from: 'scripts/lib/one.ts', to: 'src/app/identity/account.ts' },
  ];

  it('has an arrow for what is imported, unless other arrows lead there', () => {
    assert.equal(
      pictureOf(imports, 'src/app'),
      [
        '```mermaid',
        'flowchart TB',
        '  linking --> saga',
        '  saga --> identity',
        '  src/app --> linking',
        '```',
      ].join('\n'),
    );
  });

  it('takes the place of the one between the marks', () => {
    const page = 'Before\n\n<!-- structure -->\n\nold\n\n<!-- /structure -->\n\nAfter\n';
    const drawn = withPicture(page, imports);

    assert.match(
      drawn,
      /^Before\n\n<!-- structure -->\n\n```mermaid\n[^]+```\n\n<!-- \/structure -->\n\nAfter\n$/,
    );
    assert.doesNotMatch(drawn, /old/);
    assert.equal(withPicture(drawn, imports), drawn);
  });

  it('needs the marks', () => {
    assert.throws(() => withPicture('Nothing', imports), /<!-- structure -->/);
  });
});
