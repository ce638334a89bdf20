import { json, type Reply } from '../../protocol/reply.ts';
import type { TenantRequest } from '../../protocol/request.ts';
import type { TenantState } from '../../state/tenant-state.ts';

/** `POST /_tenant/api/reset`: everything back to the seed, sessions and tokens included. */
export function reset(_request: TenantRequest, state: TenantState): Reply {
  state.reset();

  return json(200, { ok: true });
}
