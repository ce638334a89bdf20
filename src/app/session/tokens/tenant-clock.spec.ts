import { TestBed } from '@angular/core/testing';

import { CLOCK_SKEW } from '../../config/clock-skew';
import { TenantClock } from './tenant-clock';

const now = Date.UTC(2027, 0, 15, 8);

function setUp(skew: number): TenantClock {
  jest.useFakeTimers({ now });
  TestBed.configureTestingModule({ providers: [{ provide: CLOCK_SKEW, useValue: skew }] });

  return TestBed.inject(TenantClock);
}

afterEach(() => jest.useRealTimers());

describe('TenantClock', () => {
  it.each([
    ['right', 0],
    ['ten minutes slow', 600_000],
    ['a day fast', -86_400_000],
  ])('REL-26: has the tenant’s time on a device whose clock is %s', (_case, skew) => {
    const clock = setUp(skew);

    expect(clock.now()).toBe(now + skew);
    jest.advanceTimersByTime(5000);
    expect(clock.now()).toBe(now + skew + 5000);
    expect(clock.onThisDevice(clock.now())).toBe(now + 5000);
  });
});
