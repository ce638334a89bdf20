import { differingParts, looksAlike } from './look-alike';

describe('looksAlike', () => {
  it.each([
    ['paypal', 'paypa1', true],
    ['ada@example.com', 'аda@example.com', true],
    ['ada@modern.org', 'ada@modem.org', true],
    ['vvilma', 'wilma', true],
    ['zoe', 'zoë', true],
    ['علی\u200Cرضا', 'علیرضا', true],
    ['ada', 'ada', false],
    ['Ada', 'ada', false],
    ['ada', 'eve', false],
    ['', '', false],
  ])('judges %s and %s', (one, other, expected) => {
    expect(looksAlike(one, other)).toBe(expected);
    expect(looksAlike(other, one)).toBe(expected);
  });
});

describe('differingParts', () => {
  it.each([
    [
      'ada@example.com',
      'ada@exarnple.com',
      ['ada@exa', 'm', 'ple.com'],
      ['ada@exa', 'rn', 'ple.com'],
    ],
    ['aa', 'aaa', ['aa', '', ''], ['aa', 'a', '']],
    ['ada', 'eve', ['', 'ada', ''], ['', 'eve', '']],
    ['ada', 'ada', ['ada', '', ''], ['ada', '', '']],
  ])('tells where %s and %s differ', (one, other, ...expected) => {
    const parts = differingParts(one, other);

    expect(parts.map(({ before, differs, after }) => [before, differs, after])).toEqual(expected);
    expect(parts.map(({ before, differs, after }) => before + differs + after)).toEqual([
      one,
      other,
    ]);
  });
});
