import { automaticProof } from '../login/flow/automatic-sign-in.ts';
import { sendCodeForPage } from '../login/flow/codes/code-step.ts';
import { deliverError } from '../login/flow/deliver.ts';
import { answerFromSession, signIn } from '../login/flow/finish.ts';
import { findPausedSignIn } from '../login/flow/paused-sign-in.ts';
import { proceedAfterPage } from '../login/flow/proceed.ts';
import { pageAddress, providerAddress } from '../login/flow/request/addresses.ts';
import { parseCallback } from '../login/flow/request/parse-callback.ts';
import { parseSignInRequest } from '../login/flow/request/parse-request.ts';
import {
  findSession,
  type LiveSession,
  markBrowser,
} from '../login/flow/session/browser-session.ts';
import { crossOriginVerificationPage } from '../login/flow/session/cross-origin-verification-page.ts';
import { takeLoginTicket, unprovedTicket } from '../login/flow/session/login-ticket.ts';
import { openTransaction, type Transaction } from '../login/flow/session/transaction.ts';
import { signInEvent } from '../login/flow/sign-in-event.ts';
import { CallbackError } from '../protocol/errors.ts';
import {
  bodyFields,
  parameter,
  redirect,
  type Reply,
  textField,
  withCookies,
} from '../protocol/http.ts';
import { signInMethod } from '../state/config/connection.ts';
import type { SignInRequest } from '../state/sign-ins/sign-in-request.ts';
import type { Exchange, Moment } from '../state/tenant-state.ts';

/** Answers `GET /authorize`: from what a client asks for to an answer, or to a page for the person (§2). */
export async function authorize(exchange: Exchange): Promise<Reply> {
  const { request, state, nowMs } = exchange;
  const callback = parseCallback(request.query, state);
  try {
    const signInRequest = await parseSignInRequest(request.query, callback, state);
    const unproved = unprovedTicket(signInRequest, exchange);
    if (unproved !== undefined) {
      return askForVerifier(unproved, signInRequest, exchange);
    }
    const proof = takeLoginTicket(signInRequest, exchange);
    if (proof !== undefined) return await signIn(signInRequest, proof, exchange);
    const live = findSession(exchange);
    if (live !== undefined && suffices(live, signInRequest, exchange)) {
      return await answerFromSession(signInRequest, live, exchange);
    }
    if (signInRequest.prompts.includes('none')) {
      const happened = signInEvent(signInRequest, live, exchange);
      state.log.append({ ...happened, type: 'fsa', description: 'Login required' }, nowMs);
      throw new CallbackError('login_required', 'Login required');
    }

    return askPerson(signInRequest, exchange);
  } catch (error) {
    if (error instanceof CallbackError) return deliverError(callback, error);
    throw error;
  }
}

/** Whether a session answers a request, by the tables of contract §2.3 and §2.5. */
function suffices(
  { session, user }: LiveSession,
  request: SignInRequest,
  { state, nowMs }: Moment,
): boolean {
  const { prompts, maxAgeMs, connection, hintedUserId } = request;
  if (prompts.includes('login') || prompts.includes('select_account')) return false;
  // A session proves the connection it was started with, and a one-time code proves no session.
  if (connection !== undefined && connection !== session.connection) return false;
  const asked = state.config.connections.get(connection ?? '');
  if (asked !== undefined && signInMethod(asked) === 'code') return false;
  if (hintedUserId !== undefined && hintedUserId !== user.user_id) return false;

  return maxAgeMs === undefined || nowMs - session.startedAtMs < maxAgeMs;
}

function askPerson(signInRequest: SignInRequest, exchange: Exchange): Reply {
  const mark = markBrowser(exchange);
  const transaction = openTransaction(signInRequest, mark, exchange);
  const reply = redirect(firstPage(transaction, exchange));

  return withCookies(reply, mark.setCookie);
}

/** The browser brought a ticket without its cookie: the client's own page answers for it (§4.4). */
function askForVerifier(
  { id, coId, location }: NonNullable<ReturnType<typeof unprovedTicket>>,
  signInRequest: SignInRequest,
  exchange: Exchange,
): Reply {
  const mark = markBrowser(exchange);
  const reply = crossOriginVerificationPage({
    transaction: openTransaction(signInRequest, mark, exchange),
    ticket: id,
    id: coId,
    location,
    origin: new URL(exchange.state.issuer).origin,
  });

  return withCookies(reply, mark.setCookie);
}

function firstPage(transaction: Transaction, exchange: Exchange): string {
  const { state } = exchange;
  if (automaticProof(transaction, state) !== undefined) return pageAddress(transaction, 'expected');
  const { connection: name = '', wantsSignUp, loginHint } = transaction.request;
  const connection = state.config.connections.get(name);
  if (connection === undefined || signInMethod(connection) === 'password') {
    return wantsSignUp ? pageAddress(transaction, 'signup') : pageAddress(transaction, 'login');
  }
  // A social or enterprise connection goes to its provider, without a page of ours (§2.5).
  if (signInMethod(connection) === 'provider') return providerAddress(transaction, name);
  const isSent =
    loginHint !== undefined &&
    sendCodeForPage(transaction, { connection, typed: loginHint }, exchange) === undefined;

  return isSent
    ? pageAddress(transaction, 'passwordless/code')
    : pageAddress(transaction, 'passwordless');
}

/** Answers `POST /authorize`: the same question, asked by a form (OIDC Core §3.1.2.1). */
export function authorizeByForm(exchange: Exchange): Promise<Reply> {
  const { request } = exchange;

  return authorize({
    ...exchange,
    request: { ...request, query: new URLSearchParams(request.body) },
  });
}

/** Answers `GET` and `POST /continue`: the person is back from the page that a hook sent them to (§9). */
export async function continueSignIn(exchange: Exchange): Promise<Reply> {
  const { request, state } = exchange;
  const id = parameter(request.query, 'state') ?? textField(bodyFields(request), 'state') ?? '';
  const { paused, live } = findPausedSignIn(id, 'hook', exchange);
  state.signIns.paused.delete(id);

  return proceedAfterPage(paused, { returnState: id, live }, exchange);
}
