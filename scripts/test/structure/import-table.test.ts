import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { ESLint } from 'eslint';
import {
  allowedImports,
  defaultExports,
  type PlantedCode,
  refusedImports,
  undeclaredPlaces,
  unsafeHtml,
} from './testing/import-cases.ts';
import { createArchitectureFixture } from './testing/import-fixture.ts';
import { repository } from '../../lib/paths.ts';

const fixture = await createArchitectureFixture();
after(() => {
  fixture.remove();
});

const refuses = (
  what: string,
  cases: readonly PlantedCode[],
  ...rules: readonly string[]
): void => {
  describe(`refuses ${what}`, () => {
    for (const { says, at, code } of cases) {
      it(says, async () => {
        const found = await fixture.rulesAgainst(at, code);

        assert.ok(
          found.some((rule) => rules.includes(rule)),
          `expected ${rules.join(' or ')}, got ${found.join(', ') || 'nothing'}`,
        );
      });
    }
  });
};

refuses('an import the table does not list', refusedImports, 'boundaries/dependencies');
refuses('a folder nobody declared', undeclaredPlaces, 'boundaries/no-unknown-files');
refuses('a default export', defaultExports, 'import-x/no-default-export');
refuses('text as markup (SEC-29)', unsafeHtml, 'no-restricted-properties', 'no-restricted-syntax');

describe('accepts an import the table lists', () => {
  for (const { says, at, code } of allowedImports) {
    it(says, async () => {
      assert.deepEqual(await fixture.rulesAgainst(at, code), []);
    });
  }
});

describe('the rules of the project', () => {
  it('contain all of this', async () => {
    const config = (await new ESLint({ cwd: repository }).calculateConfigForFile(
      'src/app/session/planted.ts',
    )) as { readonly rules: Readonly<Record<string, readonly [number]>> };

    for (const rule of [
      'boundaries/dependencies',
      'boundaries/no-unknown-files',
      'import-x/no-default-export',
      'no-restricted-properties',
      'no-restricted-syntax',
    ]) {
      assert.equal(config.rules[rule]?.[0], 2, rule);
    }
  });
});
