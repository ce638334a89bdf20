import { HttpErrorResponse, type HttpHeaders } from '@angular/common/http';
import { computed, inject, Service, signal } from '@angular/core';
import { filter, of, race, Subject, timer, type Observable } from 'rxjs';

import { TenantClock } from '../../session/tokens/tenant-clock';

/** Between two requests once the tenant has asked for patience; a small tenant allows two a second (contract §6.1). */
const pauseMs = 600;
/** The longest that is waited before one more try, in milliseconds. */
const longestPauseMs = 60_000;
/** How often a request is made again that the tenant had no room for. */
const mostRetries = 5;

/** How long a request waits that the tenant had no room for, in milliseconds since 1970 by this device's clock. */
export interface Pause {
  readonly endsAtMs: number;
  /** From when on somebody may end it: not before the tenant wants to be asked, and never before the last try. */
  readonly mayEndAtMs: number;
}

/**
 * Keeps requests as far apart as the tenant wants them: not at all until it has once refused one for haste,
 * since most tenants allow far more than a link needs.
 */
@Service()
export class RequestPacing {
  readonly #clock = inject(TenantClock);
  #isAsked = false;
  #nextAtMs = 0;
  readonly #last = signal<Pause>({ endsAtMs: 0, mayEndAtMs: 0 });
  readonly #endedEarly = new Subject<void>();

  /** The pause of the last request that was refused for haste, which somebody can see and end. */
  readonly pause = {
    /** Until when it lasts, by this device's clock; past, if there is none. */
    untilMs: computed(() => this.#last().endsAtMs),
    /** Ends it at once, and says whether it has; where that is too early, it goes on. */
    end: (): boolean => {
      if (Date.now() < this.#last().mayEndAtMs) return false;
      this.#last.set({ endsAtMs: 0, mayEndAtMs: 0 });
      this.#endedEarly.next();

      return true;
    },
  };

  /** Emits when it is a request's turn. */
  turn(): Observable<unknown> {
    if (!this.#isAsked) return of(undefined);
    const atMs = Math.max(Date.now(), this.#nextAtMs);
    this.#nextAtMs = atMs + pauseMs;

    return timer(atMs - Date.now());
  }

  /**
   * Gives the pause before a refused request is made again; `undefined` when it is not to be. A pause follows on the `former`
   * one, even if somebody has ended that early: the last try is never made sooner than it would have been.
   */
  pauseAfter(refusal: unknown, tries: number, former?: Pause): Pause | undefined {
    if (!(refusal instanceof HttpErrorResponse) || refusal.status !== 429) return undefined;
    this.#isAsked = true;
    const wishedMs = wishOf(refusal.headers, this.#clock.now()) ?? 0;
    if (tries > mostRetries || wishedMs > longestPauseMs) return undefined;
    const ownMs = Math.min(1000 * 2 ** (tries - 1), longestPauseMs);
    const nowMs = Date.now();

    // A little later than everybody else who was refused at the same moment, never earlier than was wished.
    const ownEndMs = Math.max(nowMs, former?.endsAtMs ?? 0) + ownMs * (0.8 + Math.random() * 0.4);
    const pause = {
      endsAtMs: Math.max(nowMs + wishedMs, ownEndMs) + Math.random() * 100,
      mayEndAtMs: tries === mostRetries ? Infinity : nowMs + wishedMs,
    };
    this.#last.set(pause);

    return pause;
  }

  /** Emits when a pause is over, or is ended early and may be. */
  endOf({ endsAtMs, mayEndAtMs }: Pause): Observable<unknown> {
    return race(
      timer(endsAtMs - Date.now()),
      this.#endedEarly.pipe(filter(() => Date.now() >= mayEndAtMs)),
    );
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
