import { json, type Reply, withCookies } from '../../protocol/reply.ts';
import { pathParameter } from '../../protocol/request.ts';
import type { Exchange } from '../../state/exchange.ts';
import { controlBody } from '../control-body.ts';
import { notThere } from '../control-error.ts';
import { findPerson } from '../find-person.ts';
import { expireSession, sessionShapes, startSession } from './sessions.ts';

/** `GET /_tenant/api/sessions`: every browser that is signed in, newest first. */
export function listSessions(exchange: Exchange): Reply {
  return json(200, sessionShapes(exchange));
}

/**
 * `POST /_tenant/api/sessions`: signs the calling browser in without the pages, `{ user_id,
 * connection? }`. Nobody signs in at a provider, so the account's own log does not show it.
 */
export function addSession(exchange: Exchange): Reply {
  const { request, state } = exchange;
  const body = controlBody(request);
  const user = findPerson(body.text('user_id'), state);
  const connection = body.optionalText('connection');
  body.finish();
  const { handle, setCookie } = startSession({ user, connection }, exchange);
  const session = sessionShapes(exchange).find(({ id }) => id === handle);

  return withCookies(json(201, { ...session, current: true }), setCookie);
}

/** `DELETE /_tenant/api/sessions`: nobody is signed in anywhere any more. */
export function expireSessions({ state }: Exchange): Reply {
  state.signIns.sessions.clear();

  return json(200, []);
}

/** `DELETE /_tenant/api/sessions/{id}`: one of them ends. */
export function expireOneSession(exchange: Exchange): Reply {
  const id = pathParameter(exchange.request, 'id');
  if (!expireSession(id, exchange)) throw notThere(`session ${id}`);

  return json(200, sessionShapes(exchange));
}
