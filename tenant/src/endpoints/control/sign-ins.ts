import { findPerson } from '../../control/change-person.ts';
import { json, type Reply } from '../../protocol/reply.ts';
import type { TenantRequest } from '../../protocol/request.ts';
import type { TenantState } from '../../state/tenant-state.ts';
import { controlBody } from './control-body.ts';

/** `GET /_tenant/api/sign-ins`: whose sign-ins are expected, the next first. */
export function listExpected(_request: TenantRequest, { control }: TenantState): Reply {
  return json(200, control.expectedSignIns);
}

/**
 * `PUT /_tenant/api/sign-ins`: who signs in next, `{ user_ids }`. The page that would have asked answers for
 * each of them once, and passes through the faults as it does for a person.
 */
export function expectSignIns(request: TenantRequest, state: TenantState): Reply {
  const body = controlBody(request);
  const ids = body.texts('user_ids');
  body.finish();
  ids.forEach((id) => findPerson(id, state));
  state.control.expectedSignIns = [...ids];

  return listExpected(request, state);
}
