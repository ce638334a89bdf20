import { doesNotMatch, equal } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { repository } from '../paths.ts';

const read = (...path: string[]) => readFileSync(join(repository, ...path), 'utf8');

test('the tenant’s pages have the tokens of the application, in a file of their own', () => {
  const tokens = read('src', 'styles', 'tokens.scss');

  // The tenant serves the file as it is, so that it has to be CSS: no comment of a line, nothing of Sass.
  doesNotMatch(tokens, /^\s*(?:\/\/|[$@])/m);
  equal(
    read('tenant', 'assets', 'tokens.css'),
    tokens,
    'cp src/styles/tokens.scss tenant/assets/tokens.css',
  );
});
