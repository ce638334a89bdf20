import { ManagementError } from '../../protocol/errors.ts';
import type { JsonObject } from '../../protocol/json.ts';
import { json, type Reply } from '../../protocol/reply.ts';
import type { TenantRequest } from '../../protocol/request.ts';
import type { TenantState } from '../../state/tenant-state.ts';
import { userShape } from '../../state/user-shape.ts';
import { authorizeOwnUser, existingUser, type ScopeNeed } from './own-user.ts';

const need: ScopeNeed = {
  scope: 'read:current_user',
  expected: 'read:users,read:user_idp_tokens,read:current_user',
};

/** `GET /api/v2/users/{id}`: one's own account, whole or in part (contract §6.3). */
export async function getUser(
  request: TenantRequest,
  state: TenantState,
  now: number,
): Promise<Reply> {
  const { userId } = await authorizeOwnUser(request, need, state, now);
  const select = fieldSelection(request.query);

  return json(200, select(userShape(existingUser(userId, state))));
}

function fieldSelection(query: URLSearchParams): (user: JsonObject) => JsonObject {
  const fields = query.get('fields');
  const include = query.get('include_fields') ?? 'true';
  if (include !== 'true' && include !== 'false') {
    throw new ManagementError(
      400,
      "Query validation error: 'Expected type boolean but found type string' on property include_fields.",
      { errorCode: 'invalid_query_string' },
    );
  }
  if (fields === null || fields === '') return (user) => user;
  const named = fields.split(',').map((field) => field.trim());
  const isWanted = (name: string): boolean => named.includes(name) === (include === 'true');

  return (user) => Object.fromEntries(Object.entries(user).filter(([name]) => isWanted(name)));
}
