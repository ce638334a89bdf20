import { json, type Reply } from '../../protocol/http.ts';
import { defined } from '../../protocol/json.ts';
import type { Role } from '../../state/config/api.ts';
import type { Organization } from '../../state/config/organization.ts';
import { userShape } from '../../state/people/user-shape.ts';
import type { User } from '../../state/people/user.ts';
import type { Endpoint, TenantState } from '../../state/tenant-state.ts';
import { type Listed, pageOf, pagingParameters } from '../paging.ts';
import { CheckedQuery, fieldParameters, fieldSelection, type KnownParameters } from '../query.ts';
import { authorizeForUser, existingUser, type ScopeNeed } from '../user-access.ts';

type Answer = (user: User, query: CheckedQuery, state: TenantState) => Reply;

const reading =
  (need: ScopeNeed, parameters: KnownParameters, answer: Answer): Endpoint =>
  async (exchange) => {
    const { request, state } = exchange;
    const { userId } = await authorizeForUser(need, exchange);
    const query = new CheckedQuery(request.query, parameters);

    return answer(existingUser(userId, state), query, state);
  };

/** Answers `GET /api/v2/users/{id}`: an account, whole or in part (contract §6.3). */
export const getUser = reading(
  { any: ['read:users', 'read:user_idp_tokens'], own: 'read:current_user' },
  fieldParameters,
  (user, query, { issuer }) => json(200, fieldSelection(query)(userShape(user, issuer))),
);

/** Answers `GET /api/v2/users/{id}/enrollments`: nobody has a second factor here (contract §6.2). */
export const enrollments = reading({ any: ['read:users'], own: 'read:current_user' }, {}, () =>
  json(200, []),
);

const listing = <Item>(
  need: ScopeNeed,
  {
    itemsOf,
    ...listed
  }: Omit<Listed<Item>, 'items'> & {
    readonly itemsOf: (user: User, state: TenantState) => readonly Item[];
  },
): Endpoint =>
  reading(need, pagingParameters, (user, query, state) =>
    pageOf({ ...listed, items: itemsOf(user, state) }, query),
  );

/** Answers `GET /api/v2/users/{id}/organizations`: where an account is a member, until it is absorbed (§7). */
export const userOrganizations = listing<Organization>(
  { any: ['read:organizations'] },
  {
    name: 'organizations',
    itemsOf: ({ organizations = [] }, state) =>
      state.config.organizations.filter(({ name }) => organizations.includes(name)),
    show: ({ id, name, display_name, metadata }) => ({
      id,
      name,
      display_name,
      ...defined({ metadata }),
    }),
  },
);

/** Answers `GET /api/v2/users/{id}/roles`: what an account may do, and what is lost when it is absorbed (§7). */
export const userRoles = listing<Role>(
  { any: ['read:users', 'read:roles', 'read:role_members'] },
  {
    name: 'roles',
    itemsOf: ({ roles = [] }, state) =>
      state.config.roles.filter(({ name }) => roles.includes(name)),
    show: ({ id, name, description }) => ({ id, name, ...defined({ description }) }),
  },
);
