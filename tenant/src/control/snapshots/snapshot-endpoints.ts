import { deepestSnapshot } from '../../protocol/json.ts';
import { json, type Reply } from '../../protocol/reply.ts';
import type { Exchange } from '../../state/exchange.ts';
import { controlJson } from '../control-body.ts';
import { restoreSnapshot, takeSnapshot } from './snapshot.ts';

/** Answers `GET /_tenant/api/snapshot`: the whole state as one JSON object. */
export async function getSnapshot(exchange: Exchange): Promise<Reply> {
  return json(200, await takeSnapshot(exchange));
}

/** Answers `PUT /_tenant/api/snapshot`: puts a state in the place of this one, whole or not at all. */
export async function putSnapshot(exchange: Exchange): Promise<Reply> {
  await restoreSnapshot(controlJson(exchange.request, deepestSnapshot), exchange);

  return json(200, { ok: true });
}
