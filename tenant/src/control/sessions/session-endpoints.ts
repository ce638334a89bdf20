import { json, pathParameter, type Reply, withCookies } from '../../protocol/http.ts';
import type { Endpoints, Exchange } from '../../state/tenant-state.ts';
import { controlBody, findPerson, notThere } from '../control-call.ts';
import { expireSession, sessionShapes, startSession } from './sessions.ts';

/** Who is signed in, and who will be next. */
export const sessionEndpoints: Endpoints = {
  /** Every browser that is signed in, newest first. */
  'GET /sessions': listSessions,
  /**
   * Signs the calling browser in without the pages, `{ user_id, connection? }`. Nobody signs in at a
   * provider, so the account's own log does not show it.
   */
  'POST /sessions': (exchange) => {
    const { request, state } = exchange;
    const asked = controlBody(request).whole((body) => ({
      user: findPerson(body.text('user_id'), state),
      connection: body.optionalText('connection'),
    }));
    const { handle, setCookie } = startSession(asked, exchange);
    const session = sessionShapes(exchange).find(({ id }) => id === handle);

    return withCookies(json(201, { ...session, current: true }), setCookie);
  },
  /** Nobody is signed in anywhere any more. */
  'DELETE /sessions': ({ state }) => {
    state.signIns.sessions.clear();

    return json(200, []);
  },
  'DELETE /sessions/:id': (exchange) => {
    const id = pathParameter(exchange.request, 'id');
    if (!expireSession(id, exchange)) throw notThere(`session ${id}`);

    return listSessions(exchange);
  },
  'GET /sign-ins': listAutomaticSignIns,
  /**
   * Who signs in next, `{ user_ids }`. The page that would have asked answers for each of them once,
   * and passes through the faults as it does for a person.
   */
  'PUT /sign-ins': (exchange) => {
    const { request, state } = exchange;
    const ids = controlBody(request).whole((body) => body.texts('user_ids'));
    ids.forEach((id) => findPerson(id, state));
    state.control.automaticSignIns.userIds = ids;

    return listAutomaticSignIns(exchange);
  },
};

function listSessions(exchange: Exchange): Reply {
  return json(200, sessionShapes(exchange));
}

/** Whose sign-ins are expected, the next first. */
function listAutomaticSignIns({ state: { control } }: Exchange): Reply {
  return json(200, control.automaticSignIns.userIds);
}
