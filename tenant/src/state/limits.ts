import { ExpiringMap } from './expiring-map.ts';
import { Group } from './group.ts';
import type { RateLimitSettings } from './config/settings.ts';

/** Counters of what has a limit. */
export class Limits extends Group {
  readonly managementLimit = new RateLimit();
  /** When each address of the network asked for codes, for the limit of contract §4.1. */
  readonly codeRequests = new ExpiringMap<readonly number[]>();
  /** Wrong passwords in a row: `identity address` → how many. */
  readonly failedPasswords = new ExpiringMap<number>();
}

/** Where a caller stands, in the terms of the headers (contract §6.1). */
export interface RateLimitReading {
  readonly isExceeded: boolean;
  readonly limit: number;
  readonly remaining: number;
  /** When there is room again, in seconds since 1970. */
  readonly resetSeconds: number;
  /** How long until then, one second at least. */
  readonly retryAfterSeconds: number;
}

/** A bucket that empties with every call and fills with time: one for all callers, as at Auth0. */
export class RateLimit {
  #tokens = Number.POSITIVE_INFINITY;
  #filledAtMs = 0;

  take({ burst, perSecond }: RateLimitSettings, nowMs: number): RateLimitReading {
    const passedMs = Math.max(0, nowMs - this.#filledAtMs);
    this.#tokens = Math.min(burst, this.#tokens + (passedMs * perSecond) / 1000);
    this.#filledAtMs = nowMs;
    const isExceeded = this.#tokens < 1;
    if (!isExceeded) this.#tokens -= 1;
    const waitMs = perSecond === 0 ? 3_600_000 : (Math.max(0, 1 - this.#tokens) / perSecond) * 1000;

    return {
      isExceeded,
      limit: burst,
      remaining: Math.floor(this.#tokens),
      resetSeconds: Math.ceil((nowMs + waitMs) / 1000),
      retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1000)),
    };
  }

  clear(): void {
    this.#tokens = Number.POSITIVE_INFINITY;
  }
}
