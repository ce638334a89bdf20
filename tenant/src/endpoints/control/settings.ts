import { adjust, adjustableSettings, readAdjustments } from '../../control/settings.ts';
import { json, type Reply } from '../../protocol/reply.ts';
import type { TenantRequest } from '../../protocol/request.ts';
import type { TenantState } from '../../state/tenant-state.ts';
import { controlBody } from './control-body.ts';

/** `GET /_tenant/api/settings`: what can be adjusted while the tenant runs. */
export function getSettings(_request: TenantRequest, state: TenantState): Reply {
  return json(200, adjustableSettings(state));
}

/** `PUT /_tenant/api/settings`: adjusts what it names and leaves the rest. */
export function putSettings(request: TenantRequest, state: TenantState): Reply {
  adjust(readAdjustments(controlBody(request)), state);

  return getSettings(request, state);
}
