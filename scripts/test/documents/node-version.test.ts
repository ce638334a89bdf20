import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';

import { textOf } from './testing/documented-commands.ts';
import { repository } from '../../lib/paths.ts';

const manifest = readFileSync(join(repository, 'package.json'), 'utf8');
const brought = /"node": "(\d+)(\.\d+\.\d+)"/.exec(manifest);
assert.ok(brought !== null);
const [, major = '', rest = ''] = brought;

describe('the Node that the project brings', () => {
  it('is the one that version managers take', () => {
    assert.equal(textOf('.nvmrc').trim(), `${major}${rest}`);
  });

  for (const [file, image] of [
    ['.devcontainer/devcontainer.json', /typescript-node:(\d+)-/],
    ['.github/workflows/check.yml', /image: node:(\d+)-/],
  ] as const) {
    it(`is of the major version of the image in ${file}`, () => {
      assert.equal(image.exec(textOf(file))?.[1], major);
    });
  }

  it('need not be there to begin with: npm starts with as old a one as the README says', () => {
    const oldest = /^Node (\d+) or newer/m.exec(textOf('README.md'))?.[1];

    assert.ok(manifest.includes(`"node": ">=${oldest ?? ''}"`));
    assert.ok(Number(oldest) <= Number(major));
  });
});
