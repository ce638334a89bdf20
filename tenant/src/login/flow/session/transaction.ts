import { PageError } from '../../../protocol/errors.ts';
import { secretId } from '../../../protocol/random.ts';
import type { SignInMethod } from '../../../state/config/connection-kinds.ts';
import { type Connection, signInMethod } from '../../../state/config/connection.ts';
import { lasting } from '../../../state/expiring-map.ts';
import type { SignInRequest } from '../../../state/sign-ins/sign-in-request.ts';
import type { Exchange, TenantState } from '../../../state/tenant-state.ts';
import { chooseTexts } from '../../../ui/texts/choose-texts.ts';
import type { Texts } from '../../../ui/texts/en.ts';
import { type BrowserMark, findBrowser } from './browser-session.ts';

const lifetimeMs = 3_600_000;

/** A sign-in that waits for its person. */
export interface Transaction {
  readonly id: string;
  readonly request: SignInRequest;
  /** What its pages say, in the language of whoever asks for them. */
  readonly texts: Texts;
}

/**
 * Remembers a request while its person signs in. The id lives in the address of the page and never
 * in a cookie: two tabs must not answer for each other.
 */
export function openTransaction(
  request: SignInRequest,
  { id: browser }: BrowserMark,
  exchange: Exchange,
): Transaction {
  const { state, nowMs } = exchange;
  const id = secretId();
  state.signIns.transactions.set(id, { request, browser }, lasting(lifetimeMs, nowMs));

  return { id, request, texts: chooseTexts(exchange.request, state) };
}

/** Finds the sign-in that a page's address names. Throws a `PageError` if it is over, or was started in another browser. */
export function findTransaction(exchange: Exchange): Transaction {
  const { request, state, nowMs } = exchange;
  const id = request.query.get('state') ?? '';
  const open = state.signIns.transactions.get(id, nowMs);
  if (open === undefined) throw signInEnded();
  if (open.browser !== findBrowser(exchange)) {
    // Whoever started a sign-in is the one who finishes it: an address that was passed on is no use.
    throw new PageError(400, 'otherBrowser');
  }

  return { id, request: open.request, texts: chooseTexts(request, state) };
}

/** Makes the query of every page: which sign-in it is, and the languages that were asked for. */
export function pageQuery({
  id,
  request: { callback },
}: Pick<Transaction, 'id' | 'request'>): URLSearchParams {
  const { uiLocales } = callback;

  return new URLSearchParams({
    state: id,
    ...(uiLocales !== undefined && { ui_locales: uiLocales }),
  });
}

/** Lists the connections that a sign-in may use: the one it names, or all of the client's. */
export function offeredConnections(
  { request }: Transaction,
  method: SignInMethod,
  state: TenantState,
): readonly Connection[] {
  return state
    .connectionsOf(request.callback.client)
    .filter((connection) => signInMethod(connection) === method)
    .filter(({ name }) => request.connection === undefined || request.connection === name);
}

/** Finds the connection that a page is for. Throws a `PageError` if the sign-in may not use it. */
export function offeredConnection(
  transaction: Transaction,
  { method, name }: { readonly method: SignInMethod; readonly name: string },
  state: TenantState,
): Connection {
  const connection = offeredConnections(transaction, method, state).find(
    (offered) => offered.name === name,
  );
  if (connection === undefined) throw notForThisSignIn();

  return connection;
}

/** Makes the refusal of a page whose sign-in is over. */
export function signInEnded(): PageError {
  return new PageError(400, 'signInEnded');
}

/** Makes the refusal of a page that is for another connection than the sign-in. */
export function notForThisSignIn(): PageError {
  return new PageError(404, 'otherMethod');
}
