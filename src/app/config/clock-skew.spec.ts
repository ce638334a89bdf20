import { TestBed } from '@angular/core/testing';

import { CLOCK_SKEW, clockSkewOf } from './clock-skew';

const now = Date.parse('2027-01-15T12:00:00Z');

/** An answer of the server; only its headers are looked at. */
const answer = (date?: string): Response =>
  ({ headers: new Headers(date === undefined ? {} : { Date: date }) }) as Response;

describe('clockSkewOf', () => {
  it.each([
    [
      'ten minutes when this device is ten minutes behind',
      'Fri, 15 Jan 2027 12:10:00 GMT',
      600_000,
    ],
    ['less than nothing when it is a day ahead', 'Thu, 14 Jan 2027 12:00:00 GMT', -86_400_000],
    ['nothing when both agree', 'Fri, 15 Jan 2027 12:00:00 GMT', 0],
    ['nothing when the server does not say what time it is', undefined, 0],
    ['nothing when what it says is no time', 'yesterday', 0],
  ])('REL-26: is %s', (_case, date, skew) => {
    expect(clockSkewOf(answer(date), now)).toBe(skew);
  });
});

describe('CLOCK_SKEW', () => {
  it('is nothing until somebody has measured it', () => {
    expect(TestBed.inject(CLOCK_SKEW)).toBe(0);
  });
});
