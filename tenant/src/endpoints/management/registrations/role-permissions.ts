import { json, type Reply } from '../../../protocol/reply.ts';
import type { TenantRequest } from '../../../protocol/request.ts';
import type { Role } from '../../../state/api.ts';
import { defined } from '../../../state/defined.ts';
import type { TenantState } from '../../../state/tenant-state.ts';
import { bodyObject } from '../body.ts';
import { pageOf, pagingOf, pagingParameters } from '../paging.ts';
import { CheckedQuery } from '../query.ts';
import { authorize } from '../user-access.ts';
import { readAsInFile } from './registration.ts';
import { named, noContent, put } from './registration-endpoints.ts';
import { roleRegistration } from './role-registration.ts';

type Permission = Role['permissions'][number];

/** `GET /api/v2/roles/{id}/permissions`. */
export async function listRolePermissions(
  request: TenantRequest,
  state: TenantState,
  now: number,
): Promise<Reply> {
  await authorize(request, ['read:roles'], state, now);
  const { permissions } = named(roleRegistration, request, state);
  const paging = pagingOf(new CheckedQuery(request.query, pagingParameters));

  return json(
    200,
    pageOf('permissions', permissions, paging, (permission) => shape(permission, state)),
  );
}

/** `POST /api/v2/roles/{id}/permissions`: adds what is not among them. */
export async function addRolePermissions(
  request: TenantRequest,
  state: TenantState,
  now: number,
): Promise<Reply> {
  await authorize(request, ['update:roles'], state, now);
  const role = named(roleRegistration, request, state);
  const added = permissionsIn(request, state);
  const kept = role.permissions.filter((permission) => !has(added, permission));
  put(roleRegistration, { ...role, permissions: [...kept, ...added] }, role, state);

  return json(201, {});
}

/** `DELETE /api/v2/roles/{id}/permissions`: takes away those that the body names. */
export async function removeRolePermissions(
  request: TenantRequest,
  state: TenantState,
  now: number,
): Promise<Reply> {
  await authorize(request, ['update:roles'], state, now);
  const role = named(roleRegistration, request, state);
  const removed = permissionsIn(request, state);
  const permissions = role.permissions.filter((permission) => !has(removed, permission));
  put(roleRegistration, { ...role, permissions }, role, state);

  return noContent;
}

function shape(permission: Permission, { apis }: TenantState) {
  const api = apis.get(permission.resource_server_identifier);
  const scope = api?.scopes.find(({ value }) => value === permission.permission_name);

  return {
    ...permission,
    ...defined({ resource_server_name: api?.name, description: scope?.description }),
  };
}

/** Each is a scope of an API; a role cannot give what no API has. */
function permissionsIn(request: TenantRequest, { apis }: TenantState): readonly Permission[] {
  return readAsInFile(bodyObject(request), (body) => {
    const permissions = body.objects('permissions').map((fields) => {
      const permission = {
        permission_name: fields.text('permission_name'),
        resource_server_identifier: fields.text('resource_server_identifier'),
      };
      fields.finish();
      const scopes = apis.get(permission.resource_server_identifier)?.scopes ?? [];
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
