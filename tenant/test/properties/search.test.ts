import assert from 'node:assert/strict';
import { test } from 'node:test';

import fc from 'fast-check';

import { compileQuery } from '../../src/management/search/compile-query.ts';
import { QueryError } from '../../src/management/search/query-node.ts';
import { searchableUsers } from '../../src/management/search/searchable-users.ts';
import { mergeMetadata } from '../../src/state/people/merge-metadata.ts';
import type { User } from '../../src/state/people/user.ts';

const pieces = fc.constantFrom(
  ...['name', ':', '"', '(', ')', 'AND', 'OR', 'NOT', '*', '[', 'TO', ']', '{', '}', '\\'],
  ...['-', '+', ' ', 'a', '_exists_:', 'user_metadata.x', '~', '^', '/', '!', '&&', '1'],
);
const queries = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(pieces, { maxLength: 20 }).map((list) => list.join('')),
);

function userNamed(name: string): User {
  return {
    user_id: 'auth0|1',
    identities: [
      { connection: 'db', provider: 'auth0', user_id: '1', isSocial: false, profile: { name } },
    ],
    created_at: '',
    updated_at: '',
    user_metadata: { note: name },
  };
}

test('any text is a search or is refused as one, and nothing else happens', () => {
  fc.assert(
    fc.property(queries, (query) => {
      try {
        assert.equal(
          typeof compileQuery(query, searchableUsers).matches(userNamed('a')),
          'boolean',
        );
      } catch (error) {
        assert.ok(error instanceof QueryError, String(error));
      }
    }),
    { numRuns: 2000 },
  );
});

test('a value in quotes is found, and no other, whatever it holds', () => {
  const values = fc.string({ unit: 'grapheme', minLength: 1 });
  fc.assert(
    fc.property(values, values, (value, other) => {
      const quoted = `"${value.replace(/["\\]/g, '\\$&')}"`;
      const { matches } = compileQuery(`user_metadata.note:${quoted}`, searchableUsers);

      assert.ok(matches(userNamed(value)));
      assert.equal(matches(userNamed(other)), value === other);
    }),
    { numRuns: 500 },
  );
});

test('REL-43: merging metadata touches the named keys only, and never a prototype', () => {
  const metadata = fc.dictionary(
    fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'toString')),
    fc.oneof(fc.jsonValue(), fc.constant(null)),
    { noNullPrototype: true },
  );
  fc.assert(
    fc.property(metadata, metadata, (current, changes) => {
      const merged = mergeMetadata(current, changes);
      const names = Object.keys(changes);

      assert.equal(Object.getPrototypeOf(merged), Object.prototype);
      if (names.length === 0) assert.deepEqual(merged, {});
      for (const name of names) {
        assert.equal(Object.hasOwn(merged, name), changes[name] !== null);
        if (changes[name] !== null) assert.deepEqual(merged[name], changes[name]);
      }
      for (const name of names.length === 0 ? [] : Object.keys(current)) {
        if (!Object.hasOwn(changes, name)) assert.deepEqual(merged[name], current[name]);
      }
    }),
    { numRuns: 500 },
  );
});
