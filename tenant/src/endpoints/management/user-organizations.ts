import type { JsonObject } from '../../protocol/json.ts';
import { json, type Reply } from '../../protocol/reply.ts';
import type { TenantRequest } from '../../protocol/request.ts';
import { defined } from '../../state/defined.ts';
import type { Organization } from '../../state/organization.ts';
import type { TenantState } from '../../state/tenant-state.ts';
import { pageOf, pagingOf, pagingParameters } from './paging.ts';
import { CheckedQuery } from './query.ts';
import { authorizeForUser, existingUser, type ScopeNeed } from './user-access.ts';

const need: ScopeNeed = { any: ['read:organizations'], expected: 'read:organizations' };

/** `GET /api/v2/users/{id}/organizations`: where an account is a member, until it is absorbed (§7). */
export async function userOrganizations(
  request: TenantRequest,
  state: TenantState,
  now: number,
): Promise<Reply> {
  const { userId } = await authorizeForUser(request, need, state, now);
  const paging = pagingOf(new CheckedQuery(request.query, pagingParameters));
  const { organizations = [] } = existingUser(userId, state);
  const joined = state.organizations.filter(({ name }) => organizations.includes(name));

  return json(200, pageOf('organizations', joined, paging, organizationShape));
}

function organizationShape({ id, name, display_name, metadata }: Organization): JsonObject {
  return { id, name, display_name, ...defined({ metadata }) };
}
