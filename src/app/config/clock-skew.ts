import { InjectionToken } from '@angular/core';

/**
 * How far this device's clock is behind the server that this page came from, in milliseconds; negative when
 * it is ahead. Tokens are dated by servers, and a device may be wrong by minutes or days.
 */
export const CLOCK_SKEW = new InjectionToken<number>('clock skew', { factory: () => 0 });

/** From this much on a person is told, in milliseconds. */
export const noticeableSkewMs = 120_000;

/** Reads the skew off an answer of the server; 0 where it does not say what time it is. */
export function clockSkewOf(response: Response, nowMs: number): number {
  // An answer out of a shared cache says when it was made, and by its age that this is not now.
  if (response.headers.has('Age')) return 0;
  const serverTimeMs = Date.parse(response.headers.get('Date') ?? '');

  return Number.isNaN(serverTimeMs) ? 0 : serverTimeMs - nowMs;
}
