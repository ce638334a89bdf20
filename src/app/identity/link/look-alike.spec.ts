import { looksAlike } from './look-alike';

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
