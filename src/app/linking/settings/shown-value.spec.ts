import type { Json } from '../../identity/json';
import { looksTheSame, shownValue } from './shown-value';

describe('shownValue', () => {
  it.each<[Json | undefined, ReturnType<typeof shownValue>]>([
    ['dark', { kind: 'text', text: 'dark' }],
    [1.5, { kind: 'text', text: '1.5' }],
    [true, { kind: 'text', text: 'yes' }],
    [false, { kind: 'text', text: 'no' }],
    [undefined, { kind: 'words', text: 'not set' }],
    [null, { kind: 'words', text: 'empty' }],
    ['', { kind: 'words', text: 'empty' }],
    [[], { kind: 'words', text: 'an empty list' }],
    [{}, { kind: 'words', text: 'empty' }],
    [['a', 2], { kind: 'list', items: ['a', '2'], more: 0 }],
    [{ a: { b: [1] } }, { kind: 'object', entries: [{ name: 'a', text: '{"b":[1]}' }], more: 0 }],
  ])('shows %j', (value, shown) => {
    expect(shownValue(value)).toEqual(shown);
  });

  it('counts what it does not show of a long list or object', () => {
    const many = Array.from({ length: 20 }, (_, at) => `item ${at}`);

    expect(shownValue(many)).toMatchObject({ items: many.slice(0, 6), more: 14 });
    expect(shownValue(Object.fromEntries(many.map((each) => [each, 1])))).toMatchObject({
      more: 14,
    });
  });

  it.each<[string, Json]>([
    ['a text', '\u202E<b>x'.repeat(1000)],
    ['an item', ['\u202E<b>x'.repeat(1000)]],
    ['a name', { ['\u202E<b>x'.repeat(1000)]: '\u202E<b>x'.repeat(1000) }],
  ])('clips %s, and leaves out what reorders the screen', (_case, value) => {
    const shown = JSON.stringify(shownValue(value));

    expect(shown).not.toContain('\u202E');
    expect(shown.length).toBeLessThan(300);
  });
});

describe('looksTheSame', () => {
  it.each<[Json, Json, boolean]>([
    ['a', 'b', false],
    ['a', 'a\u200B', true],
    ['x'.repeat(81), 'x'.repeat(82), true],
    [true, 'yes', true],
  ])('compares what is seen: %j and %j', (one, other, same) => {
    expect(looksTheSame(one, other)).toBe(same);
  });
});
