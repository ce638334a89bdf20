import { PageError } from '../../protocol/errors.ts';
import type { Exchange } from '../../state/exchange.ts';
import type { PausedSignIn } from '../../state/sign-ins/paused-sign-in.ts';
import { findSession, type LiveSession } from './session/browser-session.ts';

/**
 * A sign-in that was paused in this browser, for this reason. Whoever signed in there since has a
 * session of their own, which this sign-in is not for (contract §9: the transaction is lost).
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
    throw new PageError(
      400,
      'This sign-in has ended',
      'It was finished, or left open for too long. Go back to the application and start again.',
    );
  }

  return { paused, live };
}
