import type { RateLimitSettings } from './config/seed.ts';
import { ExpiringMap } from './expiring-map.ts';
import { Group } from './group.ts';

/** Counters of what has a limit. */
export class Limits extends Group {
  readonly managementLimit = new RateLimit();
  /** When each address of the network asked for codes, for the limit of contract §4.1. */
  readonly codeRequests = new ExpiringMap<readonly number[]>();
  /** Wrong passwords in a row: `identity address` → how many. */
  readonly failedPasswords = new ExpiringMap<number>();
}

/** A bucket that empties with every call and fills with time: one for all callers, as at Auth0. */
class RateLimit {
  #tokens = Number.POSITIVE_INFINITY;
  #filledAtMs = 0;

  /** Counts a call, and tells where its caller stands, in the terms of the headers (contract §6.1). */
  take({ burst, perSecond }: RateLimitSettings, nowMs: number) {
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
      /** When there is room again, in seconds since 1970. */
      resetSeconds: Math.ceil((nowMs + waitMs) / 1000),
      /** How long until then, one second at least. */
      retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1000)),
    };
  }

  clear(): void {
    this.#tokens = Number.POSITIVE_INFINITY;
  }
}
