import { ManagementError } from '../../protocol/errors.ts';
import { json, type Reply } from '../../protocol/reply.ts';
import { pathParameter, type TenantRequest } from '../../protocol/request.ts';
import type { TenantState } from '../../state/tenant-state.ts';
import { userShape } from '../../state/user-shape.ts';

/** `GET /_tenant/api/users`: everybody, in Auth0's shape, without a token. */
export function allUsers(_request: TenantRequest, state: TenantState): Reply {
  return json(200, state.users.all().map(userShape));
}

/** `GET /_tenant/api/users/{id}`: one of them. */
export function anyUser(request: TenantRequest, state: TenantState): Reply {
  const user = state.users.get(pathParameter(request, 'id'));
  if (user === undefined) {
    throw new ManagementError(404, 'The user does not exist.', { errorCode: 'inexistent_user' });
  }

  return json(200, userShape(user));
}
