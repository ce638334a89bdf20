import { hexDigits } from '../../protocol/random.ts';
import { parseRole } from '../../seed/parse/parse-api.ts';
import type { Role } from '../../state/config/api.ts';
import { forgetMembers, refuseNewName } from './members.ts';
import { type Registration, without } from './registration.ts';

/** Roles. Their permissions are written one by one. */
export const roleRegistration: Registration<Role> = {
  name: 'roles',
  noun: 'role',
  itemsOf: ({ config: { roles } }) => roles,
  idOf: ({ id }) => id,
  keyOf: ({ name }) => name,
  shape: (role) => without(role, 'permissions'),
  writable: (role) => without(role, 'id', 'permissions'),
  fixed: [],
  separate: ['permissions'],
  parse: (fields, { former }) => {
    refuseNewName(fields, former);

    return {
      ...parseRole(fields),
      permissions: former?.permissions ?? [],
      id: former?.id ?? `rol_${hexDigits(16)}`,
    };
  },
  replace: (items, state) => {
    state.config.roles = items;
  },
  forget: ({ name }, state) => forgetMembers('roles', name, state),
};
