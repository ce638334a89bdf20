import { json, type Reply } from '../../protocol/reply.ts';
import type { TenantRequest } from '../../protocol/request.ts';
import type { TenantState } from '../../state/tenant-state.ts';

/** `GET /_tenant/api/requests`: what was asked and answered, newest first, secrets masked. */
export function listRequests(_request: TenantRequest, { control }: TenantState): Reply {
  return json(200, control.requests.list());
}

/** `DELETE /_tenant/api/requests`: forgets them. */
export function clearRequests(_request: TenantRequest, { control }: TenantState): Reply {
  control.requests.clear();

  return json(200, []);
}
