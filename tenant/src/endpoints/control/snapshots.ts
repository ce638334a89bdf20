import {
  forgetSnapshot,
  restoreNamed,
  saveSnapshot,
  snapshotLabels,
  snapshotText,
} from '../../control/named-snapshots.ts';
import { deepestSnapshot, parseJson } from '../../protocol/json.ts';
import { json, type Reply } from '../../protocol/reply.ts';
import { pathParameter, type TenantRequest } from '../../protocol/request.ts';
import type { TenantState } from '../../state/tenant-state.ts';

/** `GET /_tenant/api/snapshots`: the names, and when each was saved. */
export function listSnapshots(_request: TenantRequest, state: TenantState): Reply {
  return json(200, snapshotLabels(state));
}

/** `GET /_tenant/api/snapshots/{name}`: one of them, whole. */
export function getNamedSnapshot(request: TenantRequest, state: TenantState): Reply {
  const text = snapshotText(pathParameter(request, 'name'), state);

  return json(200, parseJson(text, deepestSnapshot));
}

/** `PUT /_tenant/api/snapshots/{name}`: saves the state as it is under a name. */
export async function putNamedSnapshot(
  request: TenantRequest,
  state: TenantState,
  now: number,
): Promise<Reply> {
  await saveSnapshot(pathParameter(request, 'name'), state, now);

  return listSnapshots(request, state);
}

/** `DELETE /_tenant/api/snapshots/{name}`: forgets one. */
export function removeNamedSnapshot(request: TenantRequest, state: TenantState): Reply {
  forgetSnapshot(pathParameter(request, 'name'), state);

  return listSnapshots(request, state);
}

/** `POST /_tenant/api/snapshots/{name}/restore`: goes back to one. */
export async function restoreNamedSnapshot(
  request: TenantRequest,
  state: TenantState,
  now: number,
): Promise<Reply> {
  await restoreNamed(pathParameter(request, 'name'), state, now);

  return json(200, { ok: true });
}
