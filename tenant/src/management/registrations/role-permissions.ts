import { defined } from '../../protocol/defined.ts';
import { json, type Reply } from '../../protocol/reply.ts';
import type { Role } from '../../state/config/api.ts';
import type { Exchange } from '../../state/exchange.ts';
import type { TenantState } from '../../state/tenant-state.ts';
import { bodyObject } from '../body.ts';
import { pageOf, pagingOf, pagingParameters } from '../paging.ts';
import { CheckedQuery } from '../query.ts';
import { authorize } from '../user-access.ts';
import { named, noContent, put } from './registration-endpoints.ts';
import { readAsInFile } from './registration.ts';
import { roleRegistration } from './role-registration.ts';

type Permission = Role['permissions'][number];

/** Answers `GET /api/v2/roles/{id}/permissions`. */
export async function listRolePermissions(exchange: Exchange): Promise<Reply> {
  const { request, state } = exchange;
  await authorize(['read:roles'], exchange);
  const { permissions } = named(roleRegistration, exchange);
  const paging = pagingOf(new CheckedQuery(request.query, pagingParameters));

  return json(
    200,
    pageOf(
      { name: 'permissions', items: permissions, show: (permission) => shape(permission, state) },
      paging,
    ),
  );
}

/** Answers `POST /api/v2/roles/{id}/permissions`: adds what is not among them. */
export async function addRolePermissions(exchange: Exchange): Promise<Reply> {
  await authorize(['update:roles'], exchange);
  const role = named(roleRegistration, exchange);
  const added = permissionsIn(exchange);
  const kept = role.permissions.filter((permission) => !has(added, permission));
  put(
    roleRegistration,
    { item: { ...role, permissions: [...kept, ...added] }, former: role },
    exchange.state,
  );

  return json(201, {});
}

/** Answers `DELETE /api/v2/roles/{id}/permissions`: takes away those that the body names. */
export async function removeRolePermissions(exchange: Exchange): Promise<Reply> {
  await authorize(['update:roles'], exchange);
  const role = named(roleRegistration, exchange);
  const removed = permissionsIn(exchange);
  const permissions = role.permissions.filter((permission) => !has(removed, permission));
  put(roleRegistration, { item: { ...role, permissions }, former: role }, exchange.state);

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
  return readAsInFile(bodyObject(request), (body) => {
    const permissions = body.objects('permissions').map((fields) => {
      const permission = {
        permission_name: fields.text('permission_name'),
        resource_server_identifier: fields.text('resource_server_identifier'),
      };
      fields.finish();
      const scopes = state.config.apis.get(permission.resource_server_identifier)?.scopes ?? [];
      if (!scopes.some(({ value }) => value === permission.permission_name)) {
        fields.fail('permission_name', 'names no scope of a resource server');
      }

      return permission;
    });
    body.finish();

    return permissions;
  });
}

function has(permissions: readonly Permission[], permission: Permission): boolean {
  return permissions.some(
    ({ permission_name, resource_server_identifier }) =>
      permission_name === permission.permission_name &&
      resource_server_identifier === permission.resource_server_identifier,
  );
}
