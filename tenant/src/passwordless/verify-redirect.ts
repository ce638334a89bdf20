import { codeRefusal, spendCode } from '../login/flow/codes/one-time-codes.ts';
import { deliverError } from '../login/flow/deliver.ts';
import { finishSignIn, signIn } from '../login/flow/finish.ts';
import { parseCallback } from '../login/flow/request/parse-callback.ts';
import { parseSignInRequest } from '../login/flow/request/parse-request.ts';
import { findBrowser } from '../login/flow/session/browser-session.ts';
import type { Transaction } from '../login/flow/session/transaction.ts';
import { CallbackError, OAuthError, PageError } from '../protocol/errors.ts';
import { parameter, type Reply, text } from '../protocol/http.ts';
import type { Connection } from '../state/config/connection.ts';
import type { SignInRequest } from '../state/sign-ins/sign-in-request.ts';
import type { Exchange, TenantState } from '../state/tenant-state.ts';
import { chooseTexts } from '../ui/texts/choose-texts.ts';

/**
 * Answers `GET /passwordless/verify_redirect`: where the link of a message leads. It works in the browser
 * whose sign-in it names; whoever else fetches it, a mail scanner above all, spends nothing (§4.3).
 */
export async function passwordlessVerifyRedirect(exchange: Exchange): Promise<Reply> {
  const { request, state } = exchange;
  if (request.method === 'HEAD') return text(200, '');
  const open = findOpenSignIn(exchange);
  if (open === undefined && !state.config.settings.allowsMagicLinkWithoutSession) {
    throw new PageError(400, 'otherDevice');
  }
  const callback = parseCallback(request.query, state);
  try {
    const asked = open?.request ?? (await parseSignInRequest(request.query, callback, state));

    return await redeem(open, asked, exchange);
  } catch (error) {
    if (error instanceof CallbackError) return deliverError(callback, error);
    throw error;
  }
}

/** The sign-in of this very browser that the link belongs to: Auth0 calls it the server state. */
function findOpenSignIn(exchange: Exchange): Transaction | undefined {
  const { request, state, nowMs } = exchange;
  const id = parameter(request.query, 'state') ?? '';
  const open = state.signIns.transactions.get(id, nowMs);
  const browser = findBrowser(exchange);

  return open !== undefined && open.browser === browser
    ? { id, request: open.request, texts: chooseTexts(request, state) }
    : undefined;
}

function redeem(
  open: Transaction | undefined,
  asked: SignInRequest,
  exchange: Exchange,
): Promise<Reply> {
  const { request, state } = exchange;
  const { query } = request;
  const connection = findConnection(asked, parameter(query, 'connection'), state);
  const attempt = {
    connection,
    address: parameter(query, 'email') ?? parameter(query, 'phone_number') ?? '',
    code: parameter(query, 'verification_code') ?? '',
    clientId: asked.callback.client.client_id,
  };
  const spent = spendCode(attempt, exchange);
  if (typeof spent === 'string') {
    throw new CallbackError('unauthorized', codeRefusal(spent, connection));
  }

  return open === undefined ? signIn(asked, spent, exchange) : finishSignIn(open, spent, exchange);
}

function findConnection(
  { callback }: SignInRequest,
  name: string | undefined,
  state: TenantState,
): Connection {
  const connection = state.connectionOf(callback.client, { name, method: 'code' });
  if (connection === undefined) {
    throw new CallbackError('invalid_request', 'the connection was not found');
  }

  return connection;
}

/** Answers `POST /passwordless/verify`: switched off in every tenant made since 2017 (contract §4.2). */
export function passwordlessVerify(): never {
  throw new OAuthError(404, 'endpoint_disabled', 'This endpoint is disabled for your tenant.');
}
