import fc from 'fast-check';

import { objectOf, type Json, type JsonObject, type Settings } from '../json';

/** Names as programs choose them, with those that are dangerous or refused. */
export const anyName = fc.oneof(
  { arbitrary: fc.constantFrom('theme', 'locale', 'cart', 'notes', 'tags'), weight: 6 },
  { arbitrary: fc.constantFrom('__proto__', 'constructor', 'prototype'), weight: 2 },
  { arbitrary: fc.constantFrom('a.b', '$set', '', 'toString', 'hasOwnProperty'), weight: 1 },
  { arbitrary: fc.string({ maxLength: 8 }), weight: 2 },
);

const scalar: fc.Arbitrary<Json> = fc.oneof(
  fc.string({ maxLength: 12, unit: 'grapheme' }),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
);

/** Any JSON, in which an object may own a name such as `__proto__`, as what `JSON.parse` gives may. */
export const anyJson: fc.Arbitrary<Json> = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar,
    fc.array(tie('json'), { maxLength: 4 }),
    fc.array(fc.tuple(anyName, tie('json')), { maxLength: 4 }).map(objectOf),
  ),
})).json;

/** The settings of an account: the tenant keeps no root key that is `null`. */
export const anySettings: fc.Arbitrary<Settings> = settingsOf(anyName);

/** Settings with reserved keys among them, the application's own and the portal's. */
export const anyRoots: fc.Arbitrary<Settings> = settingsOf(
  fc.oneof(
    { arbitrary: anyName, weight: 4 },
    { arbitrary: fc.constantFrom('roles', 'linked_archive'), weight: 1 },
  ),
);

function settingsOf(name: fc.Arbitrary<string>): fc.Arbitrary<Settings> {
  return fc
    .array(
      fc.tuple(
        name,
        anyJson.filter((value) => value !== null),
      ),
      { maxLength: 7 },
    )
    .map((entries) => new Map(entries));
}

/** What Auth0 makes of a PATCH: root keys are replaced, `null` deletes one, an empty object deletes all. */
export const patched = (settings: Settings, changes: Settings): Settings =>
  changes.size === 0
    ? new Map()
    : new Map([...settings, ...changes].filter(([key]) => changes.get(key) !== null));

/** A value with so many levels around a text. */
export const nested = (levels: number, as: 'list' | 'object'): Json =>
  Array.from({ length: levels }).reduce<Json>(
    (inner) => (as === 'list' ? [inner] : { a: inner }),
    'deep',
  );

/** An object with so many names. */
export const names = (count: number): JsonObject =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`n${at}`, 0]));
