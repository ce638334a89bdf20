import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { describe, it } from 'node:test';

import { textOf } from './testing/documented-commands.ts';
import { repository } from '../../lib/paths.ts';
import {
  labelsIn,
  promisesOf,
  referencesIn,
  sectionsOf,
  sourcesOf,
  type Reference,
} from './testing/references.ts';

const files = globSync(
  [
    '{src,tenant,scripts,e2e,bench,docs,.github}/**/*.{ts,mjs,html,scss,md,yaml,yml}',
    '*.{ts,mjs,md}',
  ],
  { cwd: repository, exclude: (path) => path.includes('node_modules') },
).sort();

const contract = textOf('docs/contract.md');
const standards = sourcesOf(contract).filter((label) => /^[A-Z]/.test(label));
const promises = ['docs/threats.md', 'docs/invariants.md'].flatMap((file) =>
  promisesOf(textOf(file)),
);
const known: Readonly<Record<Reference['kind'], (to: string) => boolean>> = {
  section: (to) => sectionsOf(contract).includes(to),
  standard: (to) => standards.includes(to),
  promise: (to) => promises.includes(to),
  document: (to) => files.some((file) => `/${file}`.endsWith(`/${to.replace(/^[./]+/, '')}`)),
};

describe('a reference', () => {
  // Put together here, so that this file does not cite what is not there.
  const [mark, threat, invariant, ending, page] = ['§', 'SEC-', 'I', '.md', 'security'];
  const cited = (text: string) => referencesIn(text, ['OIDC Core']).map(({ to }) => to);

  for (const [text, expected] of [
    [`what Auth0 says (contract ${mark}91.2, ${mark}92).`, ['91.2', '92']],
    [`the scopes of ${mark}91.2 to ${mark}91.13`, ['91.2', '91.13']],
    [`'${mark}93.3–93.5'`, ['93.3', '93.5']],
    [`good for one key (RFC\n * 9449 ${mark}10 and ${mark}4)`, ['RFC 9449']],
    [`the form (OIDC Core ${mark}3.1.2.1; ${mark}95)`, ['OIDC Core', '95']],
    [`the form (OpenID Connect ${mark}3)`, ['OpenID Connect']],
    [
      `it('${threat}99: refuses what\n  // ${threat}98 does, ${invariant}99')`,
      [`${threat}99`, `${threat}98`, `${invariant}99`],
    ],
    [`nothing is spent (${page} C-9)`, [`${page} C-9`]],
    [
      `(\`elsewhere${ending}\`), docs/other${ending}`,
      [`elsewhere${ending}`, `docs/other${ending}`],
    ],
    [`https://example.com/other${ending}, an API, 3 % and 401`, []],
  ] as const) {
    it(`is found: ${text.replaceAll(/\s+/g, ' ')}`, () => {
      assert.deepEqual(cited(text), expected);
    });
  }
});

describe('references', () => {
  it('lead somewhere, whichever file has them', () => {
    assert.ok(files.length > 500);
    const lost = files.flatMap((file) =>
      referencesIn(textOf(file), standards)
        .filter(({ kind, to }) => !known[kind](to))
        .map(({ kind, to }) => `${file} cites the ${kind} ${to}`),
    );

    assert.deepEqual(lost, []);
  });

  it('of the contract to its sources have an address, and no address is idle', () => {
    const cited = new Set(labelsIn(contract));

    assert.deepEqual([...cited].sort(), [...sourcesOf(contract)].sort());
  });
});

describe('the glossary', () => {
  it('has names that the code has', () => {
    const names = [...textOf('docs/glossary.md').matchAll(/`([^`]+)`/g)].map(
      ([, name = '']) => name,
    );
    const code = files.filter((file) => /^(?:src|tenant|public)\/.*\.ts$/.test(file)).map(textOf);

    assert.deepEqual(
      names.filter((name) => !code.some((text) => text.includes(name))),
      [],
    );
  });
});

describe('a promise', () => {
  const shown = new Set(
    files
      .filter((file) => /(?:\.(?:test|spec|model)\.ts$)|^e2e\//.test(file))
      .flatMap((file) => referencesIn(textOf(file), standards))
      .map(({ to }) => to),
  );

  it('is made once', () => {
    assert.deepEqual(promises, [...new Set(promises)]);
  });

  it('is shown by a test', () => {
    assert.deepEqual(
      promises.filter((id) => !shown.has(id)),
      [],
    );
  });
});
