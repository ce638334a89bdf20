import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const repository = new URL('../../', import.meta.url);
const files = readdirSync(new URL('tenant/test', repository), {
  recursive: true,
  encoding: 'utf8',
});

interface Row {
  readonly behaviour: string;
  readonly source: string;
  readonly tests: string;
  readonly seen: string;
  readonly guessed: string;
}

function rows(): readonly Row[] {
  const text = readFileSync(new URL('docs/tenant-fidelity.md', repository), 'utf8');

  return text
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| (behaviour |-+ )/.test(line))
    .map((line) => {
      const cells = line.slice(1, -1).split(/(?<!\\)\|/);
      const [behaviour = '', source = '', tests = '', seen = '', guessed = ''] = cells;
      assert.equal(cells.length, 5, line);

      return { behaviour, source, tests, seen: seen.trim(), guessed: guessed.trim() };
    });
}

/** The file of a test, by the name that the table gives it. */
function fileOf(name: string): string | undefined {
  const test = files.find((file) =>
    `/${file}`.endsWith(`/${name.replace(/\.test\.ts$/, '')}.test.ts`),
  );
  if (test !== undefined) return `tenant/test/${test}`;
  const spec = `${name}.spec.ts`;

  return existsSync(new URL(spec, repository)) ? spec : undefined;
}

test('every row says where it is from, and whether it was seen or guessed', () => {
  assert.ok(rows().length > 120);
  for (const { behaviour, source, seen, guessed } of rows()) {
    assert.ok(source.trim() !== '', behaviour);
    for (const word of [seen, guessed]) assert.match(word, /^(yes|no)( \(.+\))?$/, behaviour);
  }
});

test('every test that the table names is there, and what it quotes of one is in it', () => {
  for (const { behaviour, tests } of rows()) {
    const names = [...tests.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
    const texts = names.map((name) => {
      const file = fileOf(name);
      assert.ok(file !== undefined, `${name} is named for:${behaviour}`);

      return readFileSync(new URL(file, repository), 'utf8');
    });
    for (const [id] of tests.matchAll(/[A-Z]{3}-\d+/g)) {
      assert.ok(
        texts.some((text) => text.includes(id)),
        `${id} is named for:${behaviour}`,
      );
    }
  }
});

test('what nothing tests is not imitated, or says so', () => {
  const untested = rows().filter(({ tests }) => tests.trim() === '–');
  assert.deepEqual(
    untested
      .filter(({ guessed }) => guessed !== 'no (not imitated)')
      .map(({ behaviour }) => behaviour.trim()),
    [],
  );
});
