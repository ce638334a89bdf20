import type { PausedSignIn } from '../../state/sign-ins/sign-ins.ts';
import type { Exchange } from '../../state/tenant-state.ts';
import { findSession, type LiveSession } from './session/browser-session.ts';
import { signInEnded } from './session/transaction.ts';

/**
 * Finds a sign-in that was paused in this browser for this reason. Throws a `PageError` if somebody else has
 * signed in there since (contract §9).
 */
export function findPausedSignIn(
  id: string,
  reason: 'consent' | 'hook',
  exchange: Exchange,
): { readonly paused: PausedSignIn; readonly live: LiveSession } {
  const { state, nowMs } = exchange;
  const paused = state.signIns.paused.get(id, nowMs);
  const live = findSession(exchange);
  const isFor = paused?.hook === undefined ? 'consent' : 'hook';
  if (paused === undefined || isFor !== reason || live?.id !== paused.sessionId) {
    throw signInEnded();
  }

  return { paused, live };
}
