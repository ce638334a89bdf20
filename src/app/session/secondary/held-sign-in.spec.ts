import { TestBed } from '@angular/core/testing';

import { sessionProving } from '../testing/secondary-session';
import { TenantClock } from '../tokens/tenant-clock';
import { HeldSignIn } from './held-sign-in';

const now = Date.UTC(2027, 0, 15, 8);
const minute = 60_000;

function setUp({ provesForMs = 10 * minute } = {}) {
  TestBed.configureTestingModule({
    providers: [{ provide: TenantClock, useValue: { now: () => Date.now() } }],
  });
  const exp = (now + provesForMs) / 1000;
  const result = sessionProving({ sub: 'google-oauth2|115', iat: now / 1000, exp });
  const signedIn = { kind: 'signedIn', result, transport: 'popup' } as const;
  const held = TestBed.inject(HeldSignIn);
  held.hold('google', signedIn);

  return { held, signedIn };
}

beforeEach(() => jest.useFakeTimers({ now }));
afterEach(() => jest.useRealTimers());

describe('HeldSignIn', () => {
  it('gives a sign-in once, to the page of its connection', () => {
    const { held, signedIn } = setUp();

    expect([held.holds('google'), held.holds('github')]).toEqual([true, false]);
    expect(held.take('google')).toBe(signedIn);
    expect(held.take('google')).toBeUndefined();
  });

  it('is dropped with the page of another connection', () => {
    const { held } = setUp();

    expect(held.take('github')).toBeUndefined();
    expect(held.holds('google')).toBe(false);
  });

  it.each([
    ['a few minutes', 10 * minute, 5 * minute],
    ['it proves anything', minute, minute],
  ])('is held no longer than %s', (_case, provesForMs, later) => {
    const { held } = setUp({ provesForMs });
    jest.advanceTimersByTime(later - 1);
    expect(held.holds('google')).toBe(true);
    jest.advanceTimersByTime(1);

    expect(held.holds('google')).toBe(false);
  });
});
