import { secretId } from '../../../protocol/random.ts';
import { type Identity, identityKey, type User } from '../../../state/people/user.ts';
import type { Session } from '../../../state/sign-ins/sign-ins.ts';
import type { Exchange, Moment } from '../../../state/tenant-state.ts';
import { readTenantCookie, tenantCookie } from './tenant-cookie.ts';

/** A session whose account still exists. */
export interface LiveSession {
  readonly id: string;
  readonly session: Session;
  readonly user: User;
}

/** Finds the session of the asking browser, and starts its idle time anew. */
export function findSession(exchange: Exchange): LiveSession | undefined {
  const { state, nowMs } = exchange;
  const id = sessionId(exchange);
  if (id === undefined) return undefined;
  const session = state.signIns.sessions.get(id, nowMs);
  if (session === undefined) return undefined;
  const user = state.users.ownerOf(session.identity);
  if (user === undefined) return undefined;
  state.signIns.sessions.set(id, session, { nowMs, expiresAtMs: expiryMs(session, exchange) });

  return { id, session, user };
}

/** Signs a browser in. Whoever was signed in there is not any more: one browser, one session (§2.6). */
export function replaceSession(
  exchange: Exchange,
  identity: Identity,
): { readonly id: string; readonly session: Session; readonly setCookie: readonly string[] } {
  const { state, nowMs } = exchange;
  endSession(exchange);
  const id = secretId();
  const session = {
    identity: identityKey(identity),
    connection: identity.connection,
    startedAtMs: nowMs,
  };
  state.signIns.sessions.set(id, session, { nowMs, expiresAtMs: expiryMs(session, exchange) });

  const cookie = { value: id, maxAgeMs: state.config.lifetimes.sessionMs };

  return { id, session, setCookie: tenantCookie('session', cookie, state) };
}

/** Signs a browser out; gives the headers that take its cookie away. */
export function endSession(exchange: Exchange): readonly string[] {
  const { state } = exchange;
  const id = sessionId(exchange);
  if (id !== undefined) state.signIns.sessions.delete(id);

  return tenantCookie('session', { value: '', maxAgeMs: 0 }, state);
}

function sessionId(exchange: Exchange): string | undefined {
  return readTenantCookie('session', exchange);
}

function expiryMs(session: Session, { state, nowMs }: Moment): number {
  const { lifetimes } = state.config;

  return Math.min(session.startedAtMs + lifetimes.sessionMs, nowMs + lifetimes.idleSessionMs);
}

const yearMs = 31_536_000_000;

/** What tells one browser from another: a sign-in is for the browser it was started in (§4.3, §9). */
export interface BrowserMark {
  readonly id: string;
  /** The headers that mark a browser which has no mark yet. */
  readonly setCookie: readonly string[];
}

/** Reads the mark of the asking browser; `undefined` if it has none. */
export function findBrowser(exchange: Exchange): string | undefined {
  return readTenantCookie('browser', exchange);
}

/** Reads the mark of the asking browser, or makes one. */
export function markBrowser(exchange: Exchange): BrowserMark {
  const known = findBrowser(exchange);
  if (known !== undefined && known !== '') return { id: known, setCookie: [] };
  const id = secretId();
  return {
    id,
    setCookie: tenantCookie('browser', { value: id, maxAgeMs: yearMs }, exchange.state),
  };
}
