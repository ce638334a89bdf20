import fc from 'fast-check';

import { byteSize, objectOf, sameJson, type Json } from './json';
import { fingerprint } from './settings/fingerprint';
import { fuzzed } from './testing/fuzz';
import { anyJson } from './testing/settings';

/** Turns a value round, as a server may give it back: the names of every object the other way round. */
function turnedRound(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(turnedRound);
  if (typeof value !== 'object' || value === null) return value;

  return objectOf(
    Object.entries(value)
      .reverse()
      .map(([name, inner]) => [name, turnedRound(inner)] as const),
  );
}

describe('sameJson', () => {
  it.each<[string, Json | undefined, Json | undefined, boolean]>([
    ['an object whose names stand in another order', { a: 1, b: 2 }, { b: 2, a: 1 }, true],
    ['an object with a name more', { a: 1 }, { a: 1, b: 2 }, false],
    ['an object with a name less', { a: 1, b: 2 }, { a: 1 }, false],
    ['names that differ', { a: 1, b: 2 }, { a: 1, c: 2 }, false],
    ['a list in another order', [1, 2], [2, 1], false],
    ['a list that goes on', [1], [1, 2], false],
    ['a list and an object with its indices', ['a'], { 0: 'a' }, false],
    ['an empty list and an empty object', [], {}, false],
    ['a number and its text', 1, '1', false],
    ['nothing and null', undefined, null, false],
    ['nothing and nothing', undefined, undefined, true],
  ])('judges %s', (_case, one, other, expected) => {
    expect(sameJson(one, other)).toBe(expected);
    expect(sameJson(other, one)).toBe(expected);
  });

  it('does not find what an object inherits', () => {
    const poisoned = JSON.parse('{"__proto__":{"a":1}}') as Json;

    expect(sameJson(poisoned, { a: 1 })).toBe(false);
    expect(sameJson({ toString: 1 }, { valueOf: 1 })).toBe(false);
  });

  it('holds for every value and itself in any order of names, and the fingerprints agree', () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        const other = turnedRound(value);

        expect(sameJson(value, other)).toBe(true);
        expect(fingerprint(value)).toBe(fingerprint(other));
      }),
      fuzzed(500),
    );
  });
});

describe('fingerprint', () => {
  it('tells values apart that sameJson tells apart', () => {
    fc.assert(
      fc.property(anyJson, anyJson, (one, other) => {
        expect(fingerprint(one) === fingerprint(other)).toBe(sameJson(one, other));
      }),
      fuzzed(500),
    );
  });

  it('is the same for a setting that is deleted and one that is not there', () => {
    expect(fingerprint(undefined)).toBe(fingerprint(null));
  });

  it('survives a reading through JSON', () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        expect(fingerprint(JSON.parse(JSON.stringify(value)) as Json)).toBe(fingerprint(value));
      }),
      fuzzed(300),
    );
  });
});

describe('objectOf', () => {
  it('SEC-42: takes __proto__ for a name like others', () => {
    const object = objectOf([['__proto__', { isAdmin: true }]]);

    expect(Object.keys(object)).toEqual(['__proto__']);
    expect('isAdmin' in object).toBe(false);
    expect(JSON.stringify(object)).toBe('{"__proto__":{"isAdmin":true}}');
  });
});

describe('byteSize', () => {
  it.each([
    ['letters', 'abc', 5],
    ['an umlaut, which has two bytes', 'ä', 4],
    ['a face, which has four', '😀', 6],
    ['an object with its punctuation', { a: 1 }, 7],
  ])('REL-21: counts %s in bytes of UTF-8', (_case, value, bytes) => {
    expect(byteSize(value)).toBe(bytes);
  });
});
