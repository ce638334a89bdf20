import { HttpErrorResponse, type HttpHeaders } from '@angular/common/http';
import { inject, Service, signal } from '@angular/core';
import { of, timer, type Observable } from 'rxjs';

import { TenantClock } from '../../session/tokens/tenant-clock';

/** Between two requests once the tenant has asked for patience; a small tenant allows two a second (contract §6.1). */
const pauseMs = 600;
/** The longest that is waited before one more try, in milliseconds. */
const longestPauseMs = 60_000;
/** How often a request is made again that the tenant had no room for. */
const mostRetries = 5;

/**
 * Keeps requests as far apart as the tenant wants them: not at all until it has once refused one for haste,
 * since most tenants allow far more than a link needs.
 */
@Service()
export class RequestPacing {
  readonly #clock = inject(TenantClock);
  #isAsked = false;
  #nextAtMs = 0;
  readonly #waitsUntilMs = signal(0);

  /** Until when the last request waits that was refused for haste, by this device's clock; past, if none does. */
  readonly waitsUntilMs = this.#waitsUntilMs.asReadonly();

  /** Emits when it is a request's turn. */
  turn(): Observable<unknown> {
    if (!this.#isAsked) return of(undefined);
    const atMs = Math.max(Date.now(), this.#nextAtMs);
    this.#nextAtMs = atMs + pauseMs;

    return timer(atMs - Date.now());
  }

  /** After how long a refused request may be made again, in milliseconds; `undefined` when it is not to be. */
  pauseAfter(refusal: unknown, tries: number): number | undefined {
    if (!(refusal instanceof HttpErrorResponse) || refusal.status !== 429) return undefined;
    this.#isAsked = true;
    const wishedMs = wishOf(refusal.headers, this.#clock.now()) ?? 0;
    if (tries > mostRetries || wishedMs > longestPauseMs) return undefined;
    const ownMs = Math.min(1000 * 2 ** (tries - 1), longestPauseMs);

    // A little later than everybody else who was refused at the same moment, never earlier than was wished.
    const pause = Math.max(wishedMs, ownMs * (0.8 + Math.random() * 0.4)) + Math.random() * 100;
    this.#waitsUntilMs.set(Date.now() + pause);

    return pause;
  }
}

/**
 * What the tenant says about when to come back, in milliseconds; a browser may not be allowed to read it. `now` is
 * by the tenant's clock, as the time is at which its limit ends.
 */
function wishOf(headers: HttpHeaders, nowMs: number): number | undefined {
  const [after, reset] = ['Retry-After', 'X-RateLimit-Reset'].map((name) => headers.get(name));
  if (after) return Number(after) * 1000 || undefined;

  return reset ? Math.max(0, Number(reset) * 1000 - nowMs) || undefined : undefined;
}
