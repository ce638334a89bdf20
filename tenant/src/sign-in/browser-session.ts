import type { TenantRequest } from '../protocol/request.ts';
import { secretId } from '../state/random.ts';
import type { Session } from '../state/session.ts';
import type { TenantState } from '../state/tenant-state.ts';
import { type Identity, identityKey, type User } from '../state/user.ts';
import { readTenantCookie, tenantCookie } from './tenant-cookie.ts';

/** A session whose account still exists. */
export interface LiveSession {
  readonly id: string;
  readonly session: Session;
  readonly user: User;
}

/** The session of the asking browser. Being asked for keeps it from idling out. */
export function findSession(
  request: TenantRequest,
  state: TenantState,
  now: number,
): LiveSession | undefined {
  const id = sessionId(request, state);
  if (id === undefined) return undefined;
  const session = state.sessions.get(id, now);
  if (session === undefined) return undefined;
  const user = state.users.ownerOf(session.identity);
  if (user === undefined) return undefined;
  state.sessions.set(id, session, now, expiryOf(session, state, now));

  return { id, session, user };
}

/** Signs a browser in. Whoever was signed in there is not any more: one browser, one session (§2.6). */
export function replaceSession(
  request: TenantRequest,
  state: TenantState,
  identity: Identity,
  now: number,
): { readonly id: string; readonly session: Session; readonly setCookie: readonly string[] } {
  endSession(request, state);
  const id = secretId();
  const session = {
    identity: identityKey(identity),
    connection: identity.connection,
    startedAt: now,
  };
  state.sessions.set(id, session, now, expiryOf(session, state, now));

  return { id, session, setCookie: tenantCookie('session', id, state.lifetimes.session, state) };
}

/** Signs a browser out; the result are the headers that take its cookie away. */
export function endSession(request: TenantRequest, state: TenantState): readonly string[] {
  const id = sessionId(request, state);
  if (id !== undefined) state.sessions.delete(id);

  return tenantCookie('session', '', 0, state);
}

function sessionId(request: TenantRequest, state: TenantState): string | undefined {
  return readTenantCookie('session', request, state);
}

function expiryOf(session: Session, { lifetimes }: TenantState, now: number): number {
  return Math.min(session.startedAt + lifetimes.session * 1000, now + lifetimes.idleSession * 1000);
}
