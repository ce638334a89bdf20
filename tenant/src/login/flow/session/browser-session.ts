import { secretId } from '../../../protocol/random.ts';
import type { Exchange, Moment } from '../../../state/exchange.ts';
import { type Identity, identityKey, type User } from '../../../state/people/user.ts';
import type { Session } from '../../../state/sign-ins/session.ts';
import { readTenantCookie, tenantCookie } from './tenant-cookie.ts';

/** A session whose account still exists. */
export interface LiveSession {
  readonly id: string;
  readonly session: Session;
  readonly user: User;
}

/** The session of the asking browser. Being asked for keeps it from idling out. */
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

  return {
    id,
    session,
    setCookie: tenantCookie(
      'session',
      { value: id, maxAgeMs: state.config.lifetimes.sessionMs },
      state,
    ),
  };
}

/** Signs a browser out; the result are the headers that take its cookie away. */
export function endSession(exchange: Exchange): readonly string[] {
  const { state } = exchange;
  const id = sessionId(exchange);
  if (id !== undefined) state.signIns.sessions.delete(id);

  return tenantCookie('session', { value: '', maxAgeMs: 0 }, state);
}

function sessionId(exchange: Exchange): string | undefined {
  return readTenantCookie('session', exchange);
}

function expiryMs(
  session: Session,
  {
    state: {
      config: { lifetimes },
    },
    nowMs,
  }: Moment,
): number {
  return Math.min(session.startedAtMs + lifetimes.sessionMs, nowMs + lifetimes.idleSessionMs);
}
