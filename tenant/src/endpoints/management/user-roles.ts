import type { JsonObject } from '../../protocol/json.ts';
import { json, type Reply } from '../../protocol/reply.ts';
import type { TenantRequest } from '../../protocol/request.ts';
import type { Role } from '../../state/api.ts';
import { defined } from '../../state/defined.ts';
import type { TenantState } from '../../state/tenant-state.ts';
import { pageOf, pagingOf, pagingParameters } from './paging.ts';
import { CheckedQuery } from './query.ts';
import { authorizeForUser, existingUser, type ScopeNeed } from './user-access.ts';

const scopes = ['read:users', 'read:roles', 'read:role_members'];
const need: ScopeNeed = { any: scopes, expected: scopes.join(',') };

/** `GET /api/v2/users/{id}/roles`: what an account may do, and what is lost when it is absorbed (§7). */
export async function userRoles(
  request: TenantRequest,
  state: TenantState,
  now: number,
): Promise<Reply> {
  const { userId } = await authorizeForUser(request, need, state, now);
  const paging = pagingOf(new CheckedQuery(request.query, pagingParameters));
  const { roles = [] } = existingUser(userId, state);
  const held = state.roles.filter(({ name }) => roles.includes(name));

  return json(200, pageOf('roles', held, paging, roleShape));
}

function roleShape({ id, name, description }: Role): JsonObject {
  return { id, name, ...defined({ description }) };
}
