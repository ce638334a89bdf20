import { endSession, findSession } from '../login/flow/session/browser-session.ts';
import { PageError } from '../protocol/errors.ts';
import { callerOf, redirect, type Reply, text, withCookies } from '../protocol/http.ts';
import type { Exchange } from '../state/tenant-state.ts';

/** Answers `GET /v2/logout`: ends the browser's session and goes where the client may send it (contract §5). */
export function logout(exchange: Exchange): Reply {
  const { request, state, nowMs } = exchange;
  const target = logoutTarget(exchange);
  const user = findSession(exchange)?.user;
  if (user !== undefined) state.log.append({ type: 'slo', user, ...callerOf(request) }, nowMs);
  const clearCookie = endSession(exchange);
  const reply = target === undefined ? text(200, 'OK') : redirect(target);

  return withCookies(reply, clearCookie);
}

function logoutTarget({ request: { query }, state }: Exchange): string | undefined {
  const clientId = query.get('client_id');
  const returnTo = query.get('returnTo');
  const client = clientId === null ? undefined : state.config.clients.get(clientId);
  if (clientId !== null && client === undefined) {
    throw new PageError(400, 'unknownApplication', { came: clientId });
  }
  // Without a client it is the tenant's own list that counts.
  const allowed = client?.allowed_logout_urls ?? state.config.settings.allowedLogoutUrls;
  if (returnTo === null) return allowed[0];
  const target = allowedLogoutAddress(returnTo, allowed);
  if (target === undefined) {
    throw new PageError(400, 'logoutMismatch', { came: returnTo, allowed });
  }

  return target;
}

/**
 * Checks where a browser wants to go after a logout; `undefined` if it may not. Query, hash and the case of scheme
 * and host do not count; the path does, letter by letter (§12).
 */
export function allowedLogoutAddress(
  wanted: string,
  allowed: readonly string[],
): string | undefined {
  const compared = comparable(wanted);
  if (compared === undefined || !allowed.some((address) => comparable(address) === compared)) {
    return undefined;
  }

  // As it was asked for, unless it holds what no header can.
  return /^[!-~]+$/.test(wanted) ? wanted : new URL(wanted).href;
}

/** What of an address is compared; whoever signs in by the address itself is part of it. */
function comparable(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, username, password, host, pathname } = new URL(address);

  return JSON.stringify([protocol, username, password, host.toLowerCase(), pathname]);
}
