import { deepestSnapshot, parseJson } from '../../protocol/json.ts';
import { json, type Reply } from '../../protocol/reply.ts';
import { pathParameter } from '../../protocol/request.ts';
import type { Exchange } from '../../state/exchange.ts';
import {
  forgetSnapshot,
  restoreNamed,
  saveSnapshot,
  snapshotLabels,
  snapshotText,
} from './named-snapshots.ts';

/** Answers `GET /_tenant/api/snapshots`: the names, and when each was saved. */
export function listSnapshots({ state }: Exchange): Reply {
  return json(200, snapshotLabels(state));
}

/** Answers `GET /_tenant/api/snapshots/{name}`: one of them, whole. */
export function getNamedSnapshot({ request, state }: Exchange): Reply {
  const text = snapshotText(pathParameter(request, 'name'), state);

  return json(200, parseJson(text, deepestSnapshot));
}

/** Answers `PUT /_tenant/api/snapshots/{name}`: saves the state as it is under a name. */
export async function putNamedSnapshot(exchange: Exchange): Promise<Reply> {
  await saveSnapshot(pathParameter(exchange.request, 'name'), exchange);

  return listSnapshots(exchange);
}

/** Answers `DELETE /_tenant/api/snapshots/{name}`: forgets one. */
export function removeNamedSnapshot(exchange: Exchange): Reply {
  const { request, state } = exchange;
  forgetSnapshot(pathParameter(request, 'name'), state);

  return listSnapshots(exchange);
}

/** Answers `POST /_tenant/api/snapshots/{name}/restore`: goes back to one. */
export async function restoreNamedSnapshot(exchange: Exchange): Promise<Reply> {
  await restoreNamed(pathParameter(exchange.request, 'name'), exchange);

  return json(200, { ok: true });
}
