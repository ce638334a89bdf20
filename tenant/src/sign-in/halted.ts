import { PageError } from '../protocol/errors.ts';
import type { Exchange } from '../state/exchange.ts';
import type { HaltedSignIn } from '../state/halted-sign-in.ts';
import { findSession, type LiveSession } from './browser-session.ts';

/**
 * A sign-in that was halted in this browser, for this reason. Whoever signed in there since has a
 * session of their own, which this sign-in is not for (contract §9: the transaction is lost).
 */
export function findHaltedSignIn(
  id: string,
  reason: 'consent' | 'hook',
  exchange: Exchange,
): { readonly halted: HaltedSignIn; readonly live: LiveSession } {
  const { state, now } = exchange;
  const halted = state.haltedSignIns.get(id, now);
  const live = findSession(exchange);
  const isFor = halted?.hook === undefined ? 'consent' : 'hook';
  if (halted === undefined || isFor !== reason || live?.id !== halted.sessionId) {
    throw new PageError(
      400,
      'This sign-in has ended',
      'It was finished, or left open for too long. Go back to the application and start again.',
    );
  }

  return { halted, live };
}
