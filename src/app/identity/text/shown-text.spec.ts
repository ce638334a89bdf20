import { shownText } from './shown-text';

describe('shownText', () => {
  it.each<[unknown, string | undefined]>([
    ['Ada', 'Ada'],
    [['Ada', 'Lovelace'], 'Ada'],
    [[{}, null, '', 'Ada'], 'Ada'],
    [15555550100, '15555550100'],
    [[15555550100], '15555550100'],
    [0, '0'],
    ['', undefined],
    [[], undefined],
    [[['Ada']], undefined],
    [{}, undefined],
    [{ toString: 'Ada' }, undefined],
    [true, undefined],
    [0.1, undefined],
    [1e21, undefined],
    [NaN, undefined],
    [null, undefined],
    [undefined, undefined],
  ])('makes of %j what can be shown of it: %j', (detail, shown) => {
    expect(shownText(detail)).toBe(shown);
  });
});
