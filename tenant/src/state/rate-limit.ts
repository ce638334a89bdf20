import type { RateLimitSettings } from './config/settings.ts';

/** Where a caller stands, in the terms of the headers (contract §6.1). */
export interface RateLimitReading {
  readonly isExceeded: boolean;
  readonly limit: number;
  readonly remaining: number;
  /** When there is room again, in seconds since the epoch. */
  readonly reset: number;
  /** Seconds until then, one at least. */
  readonly retryAfter: number;
}

/** A bucket that empties with every call and fills with time: one for all callers, as at Auth0. */
export class RateLimit {
  #tokens = Number.POSITIVE_INFINITY;
  #filledAt = 0;

  take({ burst, perSecond }: RateLimitSettings, now: number): RateLimitReading {
    const passed = Math.max(0, now - this.#filledAt);
    this.#tokens = Math.min(burst, this.#tokens + (passed * perSecond) / 1000);
    this.#filledAt = now;
    const isExceeded = this.#tokens < 1;
    if (!isExceeded) this.#tokens -= 1;
    const wait = perSecond === 0 ? 3_600_000 : (Math.max(0, 1 - this.#tokens) / perSecond) * 1000;

    return {
      isExceeded,
      limit: burst,
      remaining: Math.floor(this.#tokens),
      reset: Math.ceil((now + wait) / 1000),
      retryAfter: Math.max(1, Math.ceil(wait / 1000)),
    };
  }

  clear(): void {
    this.#tokens = Number.POSITIVE_INFINITY;
  }
}
