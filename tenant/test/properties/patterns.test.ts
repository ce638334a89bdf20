import assert from 'node:assert/strict';
import { test } from 'node:test';

import fc from 'fast-check';

import { maskText } from '../../src/control/requests/masking.ts';
import { seenTokens } from '../../src/control/requests/seen-tokens.ts';
import { wildcard } from '../../src/management/search/wildcard.ts';
import { withinTime } from '../../src/state/config/within-time.ts';
import { pathPattern } from '../../src/state/control/path-pattern.ts';

const letters = (alphabet: readonly string[], most: number) =>
  fc.array(fc.constantFrom(...alphabet), { maxLength: most }).map((list) => list.join(''));

test('a pattern with stars matches what the same regular expression does', () => {
  const parts = fc.array(letters(['a', 'b'], 4), { minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(parts, letters(['a', 'b'], 16), (pattern, text) => {
      assert.equal(wildcard(pattern)(text), new RegExp(`^${pattern.join('.*')}$`).test(text));
    }),
    { numRuns: 5000 },
  );
});

test('each character of a text is looked at only so often, whatever the pattern', () => {
  const parts = fc.array(letters(['a', 'b'], 6), { minLength: 2, maxLength: 200 });
  const texts = fc.tuple(letters(['a', 'b'], 20), fc.integer({ min: 1, max: 200 }));
  fc.assert(
    fc.property(parts, texts, (pattern, [piece, times]) => {
      const text = piece.repeat(times);

      assert.ok(looksAt(pattern, text) <= 3 * text.length + pattern.join('').length + 3);
    }),
    { numRuns: 1000 },
  );
});

test('a name of a million letters is read once by a*a*a*a*a*b', () => {
  const name = 'a'.repeat(1_000_000);

  assert.ok(looksAt(['a', 'a', 'a', 'a', 'a', 'b'], name) < 10);
  assert.ok(looksAt(['a', 'ab', 'aab', `${'a'.repeat(1000)}b`, 'a'], name) < 3_000_000);
});

test('a path fits a pattern of a fault as it fits the regular expression', () => {
  const patterns = fc.array(fc.constantFrom('a', 'b', '/', '*', '**'), { maxLength: 8 });
  fc.assert(
    fc.property(patterns, letters(['a', 'b', '/'], 12), (steps, path) => {
      const expression = steps
        .join('')
        .replace(/\*+/g, (stars) => (stars.length > 1 ? '.#' : '[^/]#'))
        .replaceAll('#', '*');

      assert.equal(
        pathPattern(steps.join(''))(path),
        new RegExp(`^${expression}$`).test(path),
        steps.join(''),
      );
    }),
    { numRuns: 5000 },
  );
});

test('long texts that nearly hold an address, a token or a path stop nobody', () => {
  const most = 300_000;
  const reads: readonly (() => unknown)[] = [
    () => maskText('a'.repeat(most)),
    () => maskText('a.'.repeat(most)),
    () => seenTokens('request', 'eyJ'.repeat(most)),
    () => seenTokens('request', 'eyJ.'.repeat(most)),
    () => pathPattern(`/${'*a'.repeat(100)}b`)('/'.padEnd(16_000, 'a')),
    () => pathPattern(`/${'**a'.repeat(100)}b`)('/'.padEnd(16_000, 'a')),
  ];
  for (const read of reads) {
    // What takes milliseconds took minutes or for ever.
    withinTime(read, 10_000);
  }
});

test('an address is masked wherever it stands', () => {
  for (const [text, masked] of [
    ['ada@example.com', 'a•••@example.com'],
    ['to: ada.lovelace+x@example.com, now', 'to: a•••@example.com, now'],
    ['"Łukasz@example.com"', '"Ł•••@example.com"'],
    ['_ada@example.com', '_•••@example.com'],
  ] as const) {
    assert.equal(maskText(text), masked);
  }
});

/** How many characters of a text are looked at to match it. */
function looksAt(pattern: readonly string[], text: string): number {
  let count = 0;
  wildcard(pattern)({
    length: text.length,
    charCodeAt: (index) => {
      count += 1;

      return text.charCodeAt(index);
    },
  });

  return count;
}
