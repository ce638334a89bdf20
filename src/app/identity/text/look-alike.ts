import { displayText } from './display-text';

/**
 * Whether two names differ and yet may be taken for one another: `paypa1` for `paypal`, a Cyrillic а for a Latin a, or
 * one that differs in what is not shown. Compares skeletons as Unicode TS 39 does, for the letters of addresses.
 */
export const looksAlike = (one: string, other: string): boolean =>
  folded(one) !== folded(other) && skeleton(displayText(one)) === skeleton(displayText(other));

/** A text, and the part of it in which it differs from another. */
export interface DifferingText {
  readonly before: string;
  readonly differs: string;
  readonly after: string;
}

/** Tells where two texts differ: what they begin and end with is the same. */
export function differingParts(
  one: string,
  other: string,
): readonly [DifferingText, DifferingText] {
  const [ones, others] = [Array.from(one), Array.from(other)];
  const most = Math.min(ones.length, others.length);
  let start = 0;
  while (start < most && ones[start] === others[start]) start += 1;
  let end = 0;
  while (end < most - start && ones.at(-1 - end) === others.at(-1 - end)) end += 1;
  const parted = (letters: readonly string[]): DifferingText => ({
    before: letters.slice(0, start).join(''),
    differs: letters.slice(start, letters.length - end).join(''),
    after: letters.slice(letters.length - end).join(''),
  });

  return [parted(ones), parted(others)];
}

const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

const skeleton = (text: string): string =>
  Array.from(
    folded(text)
      .normalize('NFD')
      .replaceAll(/[\p{M}\u200C\u200D]/gu, ''),
  )
    .map((letter) => twins.get(letter) ?? letter)
    .join('')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w');

const twins: ReadonlyMap<string, string> = new Map(
  [
    ['l', '1iıіӏ|'],
    ['o', '0оοσ'],
    ['a', 'аα'],
    ['c', 'сϲ'],
    ['e', 'еє'],
    ['h', 'һ'],
    ['j', 'ј'],
    ['k', 'κк'],
    ['n', 'ո'],
    ['p', 'рρ'],
    ['s', 'ѕ5'],
    ['u', 'υս'],
    ['v', 'νѵ'],
    ['x', 'хχ'],
    ['y', 'уγ'],
  ].flatMap(([letter = '', alike = '']) =>
    Array.from(alike).map((twin) => [twin, letter] as const),
  ),
);
