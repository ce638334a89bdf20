import { json, type Reply } from '../../protocol/reply.ts';
import type { Exchange } from '../../state/exchange.ts';
import { controlBody } from '../control-body.ts';
import { findPerson } from '../find-person.ts';

/** `GET /_tenant/api/sign-ins`: whose sign-ins are expected, the next first. */
export function listAutomaticSignIns({ state: { control } }: Exchange): Reply {
  return json(200, control.automaticSignIns.userIds);
}

/**
 * `PUT /_tenant/api/sign-ins`: who signs in next, `{ user_ids }`. The page that would have asked answers for
 * each of them once, and passes through the faults as it does for a person.
 */
export function putAutomaticSignIns(exchange: Exchange): Reply {
  const { request, state } = exchange;
  const body = controlBody(request);
  const ids = body.texts('user_ids');
  body.finish();
  ids.forEach((id) => findPerson(id, state));
  state.control.automaticSignIns.put(ids);

  return listAutomaticSignIns(exchange);
}
