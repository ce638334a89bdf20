import { defined } from '../../protocol/defined.ts';
import type { Role } from '../../state/config/api.ts';
import { userList } from './user-list.ts';

const scopes = ['read:users', 'read:roles', 'read:role_members'];

/** Answers `GET /api/v2/users/{id}/roles`: what an account may do, and what is lost when it is absorbed (§7). */
export const userRoles = userList<Role>({
  name: 'roles',
  need: { any: scopes, allScopes: scopes.join(',') },
  itemsOf: ({ roles = [] }, state) => state.config.roles.filter(({ name }) => roles.includes(name)),
  show: ({ id, name, description }) => ({ id, name, ...defined({ description }) }),
});
