import type { Json } from '../../identity/json';
import { described } from '../testing/described-settings';
import { looksTheSame, shownValue, type ShownValue } from './shown-value';

const objectWith = (
  parts: Readonly<Record<string, ShownValue>>,
  differs: readonly string[] = [],
): ShownValue => ({
  kind: 'object',
  entries: Object.entries(parts).map(([name, value]) => ({
    ...{ name, value },
    differs: differs.includes(name),
  })),
  more: 0,
});

describe('shownValue', () => {
  it.each<[Json | undefined, ReturnType<typeof shownValue>]>([
    ['dark', { kind: 'text', text: 'dark' }],
    [1.5, { kind: 'text', text: '1.5' }],
    [true, { kind: 'text', text: 'On' }],
    [false, { kind: 'text', text: 'Off' }],
    [undefined, { kind: 'words', text: 'not set' }],
    [null, { kind: 'words', text: 'empty' }],
    ['', { kind: 'words', text: 'empty' }],
    [[], { kind: 'words', text: 'an empty list' }],
    [{}, { kind: 'words', text: 'empty' }],
    [['a', 2], { kind: 'list', items: ['a', '2'], more: 0 }],
    ['#00676b', { kind: 'color', text: '#00676b' }],
    [
      { quietHours: { from: 22 } },
      objectWith({
        'Quiet hours': objectWith({ From: { kind: 'text', text: '22' } }),
      }),
    ],
    [
      { a: { b: { c: { d: { e: 1 } } } } },
      objectWith({
        A: objectWith({ B: objectWith({ C: { kind: 'text', text: '{"d":{"e":1}}' } }) }),
      }),
    ],
  ])('shows %j', (value, shown) => {
    expect(shownValue(value)).toEqual(shown);
  });

  it('calls values as the site does, and shows them as what they are', () => {
    described({
      theme: { values: new Map([['dark', 'Dark']]) },
      digest: { kind: 'date' },
      tags: { values: new Map([['1', 'One']]) },
      alerts: {},
      'alerts.sms': { label: 'By text message', values: new Map([['true', 'Yes please']]) },
      avatar: { kind: 'picture' },
    });

    expect(shownValue('dark', { path: 'theme' })).toEqual({ kind: 'text', text: 'Dark' });
    expect(shownValue('light', { path: 'theme' })).toEqual({ kind: 'text', text: 'light' });
    expect(shownValue('2026-11-30', { path: 'digest' })).toMatchObject({ text: 'Nov 30, 2026' });
    expect(shownValue([1, 2], { path: 'tags' })).toMatchObject({ items: ['One', '2'] });
    expect(shownValue({ sms: true }, { path: 'alerts' })).toEqual(
      objectWith({ 'By text message': { kind: 'text', text: 'Yes please' } }),
    );
    expect(shownValue('https://a.example/p.png', { path: 'avatar' })).toMatchObject({
      kind: 'picture',
      url: 'https://a.example/p.png',
    });
  });

  it('marks the leaves that differ, and the branches that lead to them', () => {
    const other = { value: { search: '/', jump: { to: 'g', back: 'b' } } };
    const shown = shownValue({ search: '/', jump: { to: 'j', back: 'b' }, new: 'n' }, { other });

    expect(shown).toEqual(
      objectWith(
        {
          Search: { kind: 'text', text: '/' },
          Jump: objectWith({ To: { kind: 'text', text: 'j' }, Back: { kind: 'text', text: 'b' } }, [
            'To',
          ]),
          New: { kind: 'text', text: 'n' },
        },
        ['Jump', 'New'],
      ),
    );
  });

  it('has room for a part that differs, however many there are before it', () => {
    const parts = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`part${at}`, 1]));
    const shown = shownValue({ ...parts, last: 1 }, { other: { value: { ...parts, last: 2 } } });

    expect(shown).toMatchObject({ entries: [{ name: 'Last', differs: true }, {}, {}, {}, {}, {}] });
    expect(looksTheSame({ ...parts, last: 1 }, { ...parts, last: 2 })).toBe(false);
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

describe('shownValue, of what has parts that are not listed', () => {
  it('counts them, and says nothing of them', () => {
    described({ 'alerts.beta': { isHidden: true } });
    const value = { sms: true, beta: 'secret', deep: { a: { b: { c: { d: 1 } } } } };

    expect(shownValue(value, { path: 'alerts' })).toMatchObject({
      entries: [{ name: 'Sms' }, { name: 'Deep' }],
      more: 1,
    });
    described({ 'alerts.a.b.c.beta': { isHidden: true } });
    const deep = { a: { b: { c: { beta: 'secret', d: { e: 1 } } } } };
    expect(JSON.stringify(shownValue(deep, { path: 'alerts' }))).not.toContain('secret');
  });
});

describe('looksTheSame', () => {
  it.each<[Json, Json, boolean]>([
    ['a', 'b', false],
    ['a', 'a\u200B', true],
    ['x'.repeat(81), 'x'.repeat(82), true],
    [true, 'On', true],
  ])('compares what is seen: %j and %j', (one, other, same) => {
    expect(looksTheSame(one, other)).toBe(same);
  });

  it('tells where two values cannot be told apart, because the site calls them the same', () => {
    const values = new Map([
      ['dark', 'Dark'],
      ['night', 'Dark'],
    ]);
    described({ theme: { values } });

    expect(looksTheSame('dark', 'night', 'theme')).toBe(true);
  });
});
