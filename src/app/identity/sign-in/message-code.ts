import type { FailureCode } from '../failure';

/** How often a code may be typed wrong before the tenant gives it up (contract §4.1). */
export const mostTries = 3;
/** How long a code lives (contract §4.1). */
export const codeLifetimeMs = 180_000;

/**
 * Counts how many tries are left. A wrong code costs one, and trouble on the way none; whatever else was answered, the
 * code has been used up or counts no more.
 */
export function triesAfter(problem: FailureCode, triesLeft: number): number {
  if (problem === 'wrong-code') return triesLeft - 1;

  return isTrouble(problem) ? triesLeft : 0;
}

const isTrouble = (problem: FailureCode): boolean =>
  problem === 'unreachable' || problem === 'busy' || problem === 'tenant-error';
