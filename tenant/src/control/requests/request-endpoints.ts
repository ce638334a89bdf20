import { json, type Reply } from '../../protocol/reply.ts';
import type { Exchange } from '../../state/exchange.ts';

/** Answers `GET /_tenant/api/requests`: what was asked and answered, newest first, secrets masked. */
export function listRequests({ state: { control } }: Exchange): Reply {
  return json(200, control.requests.list());
}

/** Answers `DELETE /_tenant/api/requests`: forgets them. */
export function clearRequests({ state: { control } }: Exchange): Reply {
  control.requests.clear();

  return json(200, []);
}
