import { CallbackError } from '../../protocol/errors.ts';
import { callerOf, type Reply, withCookies } from '../../protocol/http.ts';
import type { Holding } from '../../state/people/directory.ts';
import type { User } from '../../state/people/user.ts';
import type { SignInRequest } from '../../state/sign-ins/sign-in-request.ts';
import type { Exchange, TenantState } from '../../state/tenant-state.ts';
import { deliverError } from './deliver.ts';
import { proceed } from './proceed.ts';
import { type LiveSession, replaceSession } from './session/browser-session.ts';
import type { Transaction } from './session/transaction.ts';
import { signInEvent } from './sign-in-event.ts';

/** An identity that was proved, and whose it is. */
export type Proof = Holding;

/** Signs the browser of a page in, by the identity that was proved there, and answers the client. */
export async function finishSignIn(
  transaction: Transaction,
  proof: Proof,
  exchange: Exchange,
): Promise<Reply> {
  const { state } = exchange;
  state.signIns.transactions.delete(transaction.id);
  state.signIns.codeSteps.delete(transaction.id);

  return signIn(transaction.request, proof, exchange);
}

/** Signs a browser in, by whatever proved the identity, and answers the client. */
export async function signIn(
  signInRequest: SignInRequest,
  { user, identity }: Proof,
  exchange: Exchange,
): Promise<Reply> {
  const { request, state, nowMs } = exchange;
  const { hintedUserId, callback } = signInRequest;
  const connection = state.config.connections.get(identity.connection);
  const about = { user, client: callback.client, ...(connection !== undefined && { connection }) };
  if (user.blocked === true) {
    state.log.append(
      { type: 'f', description: 'user is blocked', ...callerOf(request), ...about },
      nowMs,
    );

    return deliverError(callback, userIsBlocked());
  }
  if (hintedUserId !== undefined && hintedUserId !== user.user_id) {
    return deliverError(callback, new CallbackError('login_required', 'Login required'));
  }
  const { id, session, setCookie } = replaceSession(exchange, identity);
  const signedIn: User = {
    ...user,
    last_login: new Date(nowMs).toISOString(),
    logins_count: (user.logins_count ?? 0) + 1,
  };
  state.users.put(signedIn);
  state.log.append({ type: 's', ...callerOf(request), ...about }, nowMs);
  const live = { id, session, user: signedIn };

  return withCookies(await proceed(signInRequest, live, exchange), setCookie);
}

/** Answers a client out of a session, without asking who the person is. */
export async function answerFromSession(
  signInRequest: SignInRequest,
  live: LiveSession,
  exchange: Exchange,
): Promise<Reply> {
  const { state, nowMs } = exchange;
  if (live.user.blocked === true) throw userIsBlocked();
  if (signInRequest.prompts.includes('none')) {
    state.log.append({ type: 'ssa', ...signInEvent(signInRequest, live, exchange) }, nowMs);
  }

  return proceed(signInRequest, live, exchange);
}

/** Refuses a sign-in for the person's or the provider's own reasons (contract §2.2). */
export function abandonSignIn(
  transaction: Transaction,
  error: CallbackError,
  state: TenantState,
): Reply {
  state.signIns.transactions.delete(transaction.id);
  state.signIns.codeSteps.delete(transaction.id);

  return deliverError(transaction.request.callback, error);
}

function userIsBlocked(): CallbackError {
  return new CallbackError('unauthorized', 'user is blocked');
}
