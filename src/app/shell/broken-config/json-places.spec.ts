import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { jsonPlaces, type JsonMistake } from './json-places';

describe('jsonPlaces', () => {
  it('tells where each setting stands', () => {
    const { places, mistake } = jsonPlaces('{\n  "a": [\n    { "b": 1 },\n    "c"\n  ]\n}');

    expect(mistake).toBeUndefined();
    expect(Object.fromEntries([...places].map(([path, { line }]) => [path, line]))).toEqual({
      '': 1,
      a: 2,
      'a.0': 3,
      'a.0.b': 3,
      'a.1': 4,
    });
  });

  it('reads the configuration that is shipped', () => {
    const text = readFileSync(join('public', 'config.json'), 'utf8');

    expect(jsonPlaces(text).mistake).toBeUndefined();
    expect(jsonPlaces(`\uFEFF${text}`).mistake).toBeUndefined();
  });

  it.each<[string, JsonMistake, number, number]>([
    ['{\n  "a": 1\n  "b": 2\n}', 'commaMissing', 3, 3],
    ['{\n  "a": 1,\n}', 'commaTooMany', 2, 9],
    ['[1,, 2]', 'commaTooMany', 1, 4],
    ['{ "a" 1 }', 'colonMissing', 1, 7],
    ['{\n  // the tenant\n  "a": 1\n}', 'comment', 2, 3],
    ['{ a: 1 }', 'quotes', 1, 3],
    ["{ 'a': 1 }", 'quotes', 1, 3],
    ['{ "a": yes }', 'quotes', 1, 8],
    ['{ "a": "b\n" }', 'quotes', 1, 8],
    ['{\n  "a": [1, 2\n}', 'unclosed', 3, 1],
    ['{\n  "a": 1\n', 'unclosed', 1, 1],
    ['{ "a": 1 } }', 'tooMuch', 1, 12],
    ['{ "a": = }', 'other', 1, 8],
    ['', 'unclosed', 1, 1],
  ])('finds where %j stops being JSON, and why', (text, why, line, column) => {
    expect(() => JSON.parse(text) as unknown).toThrow();
    expect(jsonPlaces(text).mistake).toEqual({ why, at: { line, column } });
  });

  it.each(['1', '"a"', '[]', '{}', ' null ', '[-1.5e+3, true, "\\u00e9\\n"]'])(
    'finds no mistake in %s',
    (text) => {
      expect(JSON.parse(text)).toBeDefined();
      expect(jsonPlaces(text).mistake).toBeUndefined();
    },
  );
});
