import { json, type Reply } from '../../protocol/http.ts';
import { defined } from '../../protocol/json.ts';
import { hexDigits } from '../../protocol/random.ts';
import { parseRole } from '../../seed/parse/parse-api.ts';
import type { Role } from '../../state/config/api.ts';
import type { Exchange, TenantState } from '../../state/tenant-state.ts';
import { bodyObject } from '../body.ts';
import { pageOf, pagingParameters } from '../paging.ts';
import { CheckedQuery } from '../query.ts';
import { authorize } from '../user-access.ts';
import { forgetMembers, refuseNewName } from './members.ts';
import { named, noContent, put } from './registration-endpoints.ts';
import { inList, readAsInFile, type Registration, without } from './registration.ts';

/** Roles. Their permissions are written one by one. */
export const roleRegistration: Registration<Role> = {
  name: 'roles',
  noun: 'role',
  ...inList('roles'),
  keyOf: ({ name }) => name,
  shape: (role) => without(role, 'permissions'),
  writable: (role) => without(role, 'id', 'permissions'),
  separate: ['permissions'],
  parse: (fields, { former }) => {
    refuseNewName(fields, former);

    return {
      ...parseRole(fields),
      permissions: former?.permissions ?? [],
      id: former?.id ?? `rol_${hexDigits(16)}`,
    };
  },
  forget: ({ name }, state) => forgetMembers('roles', name, state),
};

type Permission = Role['permissions'][number];

/** Answers `GET /api/v2/roles/{id}/permissions`. */
export async function listRolePermissions(exchange: Exchange): Promise<Reply> {
  const { request, state } = exchange;
  await authorize(['read:roles'], exchange);
  const { permissions } = named(roleRegistration, exchange);
  const query = new CheckedQuery(request.query, pagingParameters);
  const show = (permission: Permission) => shape(permission, state);

  return pageOf({ name: 'permissions', items: permissions, show }, query);
}

/** Answers `POST /api/v2/roles/{id}/permissions`: adds what is not among them. */
export async function addRolePermissions(exchange: Exchange): Promise<Reply> {
  await authorize(['update:roles'], exchange);
  const role = named(roleRegistration, exchange);
  const added = permissionsIn(exchange);
  const kept = role.permissions.filter((permission) => !has(added, permission));
  const changed = { ...role, permissions: [...kept, ...added] };
  put(roleRegistration, [role, changed], exchange.state);

  return json(201, {});
}

/** Answers `DELETE /api/v2/roles/{id}/permissions`: takes away those that the body names. */
export async function removeRolePermissions(exchange: Exchange): Promise<Reply> {
  await authorize(['update:roles'], exchange);
  const role = named(roleRegistration, exchange);
  const removed = permissionsIn(exchange);
  const permissions = role.permissions.filter((permission) => !has(removed, permission));
  put(roleRegistration, [role, { ...role, permissions }], exchange.state);

  return noContent;
}

function shape(permission: Permission, { config: { apis } }: TenantState) {
  const api = apis.get(permission.resource_server_identifier);
  const scope = api?.scopes.find(({ value }) => value === permission.permission_name);

  return {
    ...permission,
    ...defined({ resource_server_name: api?.name, description: scope?.description }),
  };
}

/** Each is a scope of an API; a role cannot give what no API has. */
function permissionsIn({ request, state }: Exchange): readonly Permission[] {
  return readAsInFile(bodyObject(request), (properties) =>
    properties.whole((body) =>
      body.objects('permissions').map((entry) => {
        const permission = entry.whole((fields) => ({
          permission_name: fields.text('permission_name'),
          resource_server_identifier: fields.text('resource_server_identifier'),
        }));
        const scopes = state.config.apis.get(permission.resource_server_identifier)?.scopes ?? [];
        if (!scopes.some(({ value }) => value === permission.permission_name)) {
          entry.fail('permission_name', 'names no scope of a resource server');
        }

        return permission;
      }),
    ),
  );
}

function has(permissions: readonly Permission[], permission: Permission): boolean {
  return permissions.some(
    ({ permission_name, resource_server_identifier }) =>
      permission_name === permission.permission_name &&
      resource_server_identifier === permission.resource_server_identifier,
  );
}
