import { CallbackError } from '../../protocol/errors.ts';
import { crossOriginVerificationPage } from '../../pages/cross-origin-verification-page.ts';
import { redirect, type Reply, withCookies } from '../../protocol/reply.ts';
import type { TenantRequest } from '../../protocol/request.ts';
import {
  codePageAddress,
  expectedAddress,
  identifierAddress,
  providerAddress,
  signInAddress,
  signUpAddress,
} from '../../sign-in/addresses.ts';
import { markBrowser } from '../../sign-in/browser-mark.ts';
import { findSession, type LiveSession } from '../../sign-in/browser-session.ts';
import { deliverError } from '../../sign-in/deliver.ts';
import { expectedProof } from '../../sign-in/expected.ts';
import { answerFromSession, signIn } from '../../sign-in/finish.ts';
import { takeLoginTicket, unprovedTicket } from '../../sign-in/login-ticket.ts';
import { parseCallback } from '../../sign-in/parse-callback.ts';
import { parseSignInRequest } from '../../sign-in/parse-request.ts';
import { sendCodeForPage } from '../../sign-in/code-step.ts';
import { signInEvent } from '../../sign-in/sign-in-event.ts';
import { openTransaction, type Transaction } from '../../sign-in/transaction.ts';
import { signInMethod } from '../../state/connection.ts';
import type { SignInRequest } from '../../state/sign-in-request.ts';
import type { TenantState } from '../../state/tenant-state.ts';

/** `GET /authorize`: from what a client asks for to an answer, or to a page for the person (§2). */
export async function authorize(
  request: TenantRequest,
  state: TenantState,
  now: number,
): Promise<Reply> {
  const callback = parseCallback(request.query, state);
  try {
    const signInRequest = await parseSignInRequest(request.query, callback, state);
    const unproved = unprovedTicket(request, signInRequest, state, now);
    if (unproved !== undefined) {
      return askForVerifier(unproved, signInRequest, request, state, now);
    }
    const proof = takeLoginTicket(request, signInRequest, state, now);
    if (proof !== undefined) return await signIn(signInRequest, proof, request, state, now);
    const live = findSession(request, state, now);
    if (live !== undefined && suffices(live, signInRequest, state, now)) {
      return await answerFromSession(signInRequest, live, request, state, now);
    }
    if (signInRequest.prompts.includes('none')) {
      const happened = signInEvent(signInRequest, live, request, state);
      state.log.append({ ...happened, type: 'fsa', description: 'Login required' }, now);
      throw new CallbackError('login_required', 'Login required');
    }

    return askPerson(signInRequest, request, state, now);
  } catch (error) {
    if (error instanceof CallbackError) return deliverError(callback, error);
    throw error;
  }
}

/** Whether a session answers a request, by the tables of contract §2.3 and §2.5. */
function suffices(
  { session, user }: LiveSession,
  request: SignInRequest,
  state: TenantState,
  now: number,
): boolean {
  const { prompts, maxAge, connection, expectedUser } = request;
  if (prompts.includes('login') || prompts.includes('select_account')) return false;
  // A session proves the connection it was started with, and a one-time code proves no session.
  if (connection !== undefined && connection !== session.connection) return false;
  const asked = state.connections.get(connection ?? '');
  if (asked !== undefined && signInMethod(asked) === 'code') return false;
  if (expectedUser !== undefined && expectedUser !== user.user_id) return false;

  return maxAge === undefined || now - session.startedAt < maxAge * 1000;
}

function askPerson(
  signInRequest: SignInRequest,
  request: TenantRequest,
  state: TenantState,
  now: number,
): Reply {
  const mark = markBrowser(request, state);
  const transaction = openTransaction(signInRequest, mark, state, now);
  const reply = redirect(firstPage(transaction, request, state, now));

  return withCookies(reply, mark.setCookie);
}

/** The browser brought a ticket without its cookie: the client's own page answers for it (§4.4). */
function askForVerifier(
  { id, coId, location }: NonNullable<ReturnType<typeof unprovedTicket>>,
  signInRequest: SignInRequest,
  request: TenantRequest,
  state: TenantState,
  now: number,
): Reply {
  const mark = markBrowser(request, state);
  const reply = crossOriginVerificationPage({
    transaction: openTransaction(signInRequest, mark, state, now),
    ticket: id,
    id: coId,
    location,
    origin: new URL(state.issuer).origin,
  });

  return withCookies(reply, mark.setCookie);
}

function firstPage(
  transaction: Transaction,
  request: TenantRequest,
  state: TenantState,
  now: number,
): string {
  if (expectedProof(transaction, state) !== undefined) return expectedAddress(transaction);
  const { connection: name = '', wantsSignUp, loginHint } = transaction.request;
  const connection = state.connections.get(name);
  if (connection === undefined || signInMethod(connection) === 'password') {
    return wantsSignUp ? signUpAddress(transaction) : signInAddress(transaction);
  }
  // A social or enterprise connection goes to its provider, without a page of ours (§2.5).
  if (signInMethod(connection) === 'provider') return providerAddress(transaction, name);
  const isSent =
    loginHint !== undefined &&
    sendCodeForPage(transaction, connection, loginHint, request, state, now) === undefined;

  return isSent ? codePageAddress(transaction) : identifierAddress(transaction);
}
