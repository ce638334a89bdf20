import { defined } from '../../protocol/defined.ts';
import type { Organization } from '../../state/config/organization.ts';
import { userList } from './user-list.ts';

/** Answers `GET /api/v2/users/{id}/organizations`: where an account is a member, until it is absorbed (§7). */
export const userOrganizations = userList<Organization>({
  name: 'organizations',
  need: { any: ['read:organizations'], allScopes: 'read:organizations' },
  itemsOf: ({ organizations = [] }, state) =>
    state.config.organizations.filter(({ name }) => organizations.includes(name)),
  show: ({ id, name, display_name, metadata }) => ({
    id,
    name,
    display_name,
    ...defined({ metadata }),
  }),
});
