import { deepestSnapshot } from '../../protocol/json.ts';
import { json, type Reply } from '../../protocol/reply.ts';
import type { TenantRequest } from '../../protocol/request.ts';
import { restoreSnapshot, takeSnapshot } from '../../snapshot/snapshot.ts';
import type { TenantState } from '../../state/tenant-state.ts';
import { controlJson } from './control-body.ts';

/** `GET /_tenant/api/snapshot`: the whole state as one JSON object. */
export async function getSnapshot(
  _request: TenantRequest,
  state: TenantState,
  now: number,
): Promise<Reply> {
  return json(200, await takeSnapshot(state, now));
}

/** `PUT /_tenant/api/snapshot`: puts a state in the place of this one, whole or not at all. */
export async function putSnapshot(
  request: TenantRequest,
  state: TenantState,
  now: number,
): Promise<Reply> {
  await restoreSnapshot(controlJson(request, deepestSnapshot), state, now);

  return json(200, { ok: true });
}
