import { findSession, replaceSession } from '../../login/flow/session/browser-session.ts';
import { defined } from '../../protocol/json.ts';
import { hexOf } from '../../protocol/random.ts';
import { accountLabel, type User } from '../../state/people/user.ts';
import type { Exchange, Moment } from '../../state/tenant-state.ts';
import { ControlError, invalidRequest } from '../control-call.ts';

/** A signed-in browser as the control plane shows it. */
export type SessionShape = ReturnType<typeof sessionShapes>[number];

/** Every session that is alive, newest first. */
export function sessionShapes(exchange: Exchange) {
  const { state, nowMs } = exchange;
  const own = findSession(exchange)?.session;

  return state.signIns.sessions
    .live(nowMs)
    .flatMap(({ key, value, expiresAtMs }) => {
      const holding = state.users.holdingOf(value.identity);
      if (holding === undefined) return [];
      const { user, identity } = holding;

      return {
        /** Names the session without opening it: the cookie's value is not told. */
        id: handleOf(key),
        user_id: user.user_id,
        ...defined({ name: user.identities[0].profile.name }),
        account: accountLabel(identity),
        connection: value.connection,
        started_at: new Date(value.startedAtMs).toISOString(),
        expires_at: new Date(expiresAtMs).toISOString(),
        /** Whether it is the session of the browser that asks. */
        current: value === own,
      };
    })
    .toSorted((one, other) => other.started_at.localeCompare(one.started_at));
}

/** Signs the asking browser in without the pages. The result has the cookie to send. */
export function startSession(
  { user, connection }: { readonly user: User; readonly connection: string | undefined },
  exchange: Exchange,
): { readonly handle: string; readonly setCookie: readonly string[] } {
  const { state, nowMs } = exchange;
  const identity =
    connection === undefined
      ? user.identities[0]
      : user.identities.find((candidate) => candidate.connection === connection);
  if (identity === undefined) {
    throw invalidRequest(`${user.user_id} has no identity at ${connection ?? 'all'}.`);
  }
  if (user.blocked === true) throw new ControlError(409, 'blocked', 'This account is blocked.');
  const { session, setCookie } = replaceSession(exchange, identity);
  const entry = state.signIns.sessions.live(nowMs).find(({ value }) => value === session);

  return { handle: handleOf(entry?.key ?? ''), setCookie };
}

/** Ends one session by its handle; whether there was one. */
export function expireSession(handle: string, { state, nowMs }: Moment): boolean {
  const entry = state.signIns.sessions.live(nowMs).find(({ key }) => handleOf(key) === handle);
  if (entry === undefined) return false;
  state.signIns.sessions.delete(entry.key);

  return true;
}

function handleOf(id: string): string {
  return hexOf(id, 12);
}
