import type { FailureCode } from '../failure';

/** How often a code may be typed wrong before the tenant gives it up, and how long it lives (contract §4.1). */
export const mostTries = 3;
export const codeLifetime = 180_000;

/** How many tries are left: only a code that was judged costs one, and one that no longer counts leaves none. */
export function triesAfter(problem: FailureCode, triesLeft: number): number {
  if (problem === 'wrong-code') return triesLeft - 1;

  return problem === 'too-many-tries' || problem === 'code-expired' ? 0 : triesLeft;
}
