import { CallbackError } from '../../protocol/errors.ts';
import { redirect, type Reply } from '../../protocol/reply.ts';
import type { TenantRequest } from '../../protocol/request.ts';
import { providerAddress, signInAddress } from '../../sign-in/addresses.ts';
import { findSession, type LiveSession } from '../../sign-in/browser-session.ts';
import { deliverError } from '../../sign-in/deliver.ts';
import { answerFromSession } from '../../sign-in/finish.ts';
import { parseCallback, parseSignInRequest } from '../../sign-in/parse-request.ts';
import { openTransaction } from '../../sign-in/transaction.ts';
import { signInMethod } from '../../state/connection.ts';
import type { SignInRequest } from '../../state/sign-in-request.ts';
import type { TenantState } from '../../state/tenant-state.ts';

/** `GET /authorize`: code flow with PKCE, by redirect or by web message (contract §2). */
export function authorize(request: TenantRequest, state: TenantState, now: number): Reply {
  const callback = parseCallback(request.query, state);
  try {
    const signIn = parseSignInRequest(request.query, callback, state);
    const session = findSession(request, state, now);
    if (session !== undefined && suffices(session, signIn, now)) {
      return answerFromSession(signIn, session.session, session.user, state, now);
    }
    if (signIn.prompt === 'none') throw new CallbackError('login_required', 'Login required');

    return askPerson(signIn, state, now);
  } catch (error) {
    if (error instanceof CallbackError) return deliverError(callback, error);
    throw error;
  }
}

/** Whether a session answers a request, by the table of contract §2.3. */
function suffices({ session }: LiveSession, request: SignInRequest, now: number): boolean {
  const { prompt, maxAge, connection } = request;
  if (prompt === 'login') return false;
  // A session proves the connection it was started with, and no other.
  if (connection !== undefined && connection !== session.connection) return false;

  return maxAge === undefined || now - session.startedAt < maxAge * 1000;
}

function askPerson(request: SignInRequest, state: TenantState, now: number): Reply {
  const { connection: name } = request;
  const connection = name === undefined ? undefined : state.connections.get(name);
  const method = connection === undefined ? 'password' : signInMethod(connection);
  if (method === undefined) {
    throw new CallbackError('invalid_request', 'the connection cannot be signed in with here');
  }
  const transaction = openTransaction(request, state, now);
  if (method === 'password' || connection === undefined) {
    return redirect(signInAddress(transaction));
  }

  // A social or enterprise connection goes to its provider, without a page of ours (§2.5).
  return redirect(providerAddress(transaction, connection.name));
}
