import type { SettingKind } from '../../identity/settings/setting-description';
import { isColor, kindWords } from './kind-words';

describe('kindWords', () => {
  it.each<[SettingKind, string | number | boolean, string]>([
    ['boolean', true, 'On'],
    ['boolean', false, 'Off'],
    ['boolean', 'true', 'On'],
    ['boolean', 0, 'Off'],
    ['boolean', 'perhaps', 'perhaps'],
    ['number', 1234567, '1,234,567'],
    ['number', 'many', 'many'],
    ['date', '2026-11-30', 'Nov 30, 2026'],
    ['date', 'tomorrow', 'tomorrow'],
    ['date', '2026-99-99', '2026-99-99'],
    ['date', true, 'true'],
    ['language', 'fr', 'French'],
    ['language', 'pt-BR', 'Brazilian Portuguese'],
    ['language', 'none at all', 'none at all'],
    ['country', 'DE', 'Germany'],
    ['country', 'XYZ', 'XYZ'],
    ['text', 7, '7'],
    ['picture', 'https://a.example/p.png', 'https://a.example/p.png'],
  ])('writes a %s of %j as %s', (kind, value, words) => {
    expect(kindWords(kind, value)).toBe(words);
  });

  it.each([1_780_000_000, 1_780_000_000_000, '2026-05-28T20:26:40Z'])(
    'writes %j as a day and a time',
    (value) => {
      expect(kindWords('date', value)).toMatch(/^May 2[89], 2026, \d+:\d\d\s[AP]M$/);
    },
  );
});

describe('isColor', () => {
  it.each<[unknown, boolean]>([
    ['#00676b', true],
    ['#FFF', true],
    ['teal', true],
    ['#12345', false],
    ['url(x)', false],
    [7, false],
  ])('%j: %s', (value, is) => {
    expect(isColor(value)).toBe(is);
  });
});
