// What a tenant is set up with, to be loaded together when the first of it is asked.

import { clientRegistration } from '../management/clients/client-registration.ts';
import { connectionRegistration } from '../management/connections/connection-registration.ts';
import { actionRegistration } from '../management/registrations/action-registration.ts';
import { apiRegistration } from '../management/registrations/api-registration.ts';
import { grantRegistration } from '../management/registrations/grant-registration.ts';
import { organizationRegistration } from '../management/registrations/organization-registration.ts';
import {
  createOne,
  deleteOne,
  getOne,
  listOf,
  updateOne,
} from '../management/registrations/registration-endpoints.ts';
import { roleRegistration } from '../management/registrations/role-registration.ts';

export { deployAction, listActions } from '../management/registrations/action-endpoints.ts';
export {
  listBindings,
  listTriggers,
  updateBindings,
} from '../management/registrations/action-triggers.ts';
export {
  listConnectionClients,
  updateConnectionClients,
} from '../management/connections/connection-clients.ts';
export {
  addOrganizationConnection,
  listEnabledConnections,
  listOrganizationConnections,
  removeOrganizationConnection,
  updateOrganizationConnection,
} from '../management/registrations/organization-connections.ts';
export {
  addRolePermissions,
  listRolePermissions,
  removeRolePermissions,
} from '../management/registrations/role-permissions.ts';
export {
  getTenantSettings,
  updateTenantSettings,
} from '../management/registrations/tenant-settings.ts';

export const createClient = createOne(clientRegistration);
export const updateClient = updateOne(clientRegistration);
export const deleteClient = deleteOne(clientRegistration);

export const createConnection = createOne(connectionRegistration);
export const updateConnection = updateOne(connectionRegistration);
export const deleteConnection = deleteOne(connectionRegistration);

export const listApis = listOf(apiRegistration, {
  identifiers: ({ identifier }, asked) => identifier === asked,
});
export const getApi = getOne(apiRegistration);
export const createApi = createOne(apiRegistration);
export const updateApi = updateOne(apiRegistration);
export const deleteApi = deleteOne(apiRegistration);

export const listGrants = listOf(grantRegistration, {
  audience: ({ audience }, asked) => audience === asked,
  client_id: ({ client_id }, asked) => client_id === asked,
});
export const getGrant = getOne(grantRegistration);
export const createGrant = createOne(grantRegistration);
export const updateGrant = updateOne(grantRegistration);
export const deleteGrant = deleteOne(grantRegistration);

export const listRoles = listOf(roleRegistration, {
  name_filter: ({ name }, asked) => name.toLowerCase().includes(asked.toLowerCase()),
  // Roles of an organization alone are not imitated.
  type: (_role, asked) => asked === 'tenant',
});
export const getRole = getOne(roleRegistration);
export const createRole = createOne(roleRegistration);
export const updateRole = updateOne(roleRegistration);
export const deleteRole = deleteOne(roleRegistration);

export const listOrganizations = listOf(organizationRegistration);
export const getOrganization = getOne(organizationRegistration);
export const createOrganization = createOne(organizationRegistration);
export const updateOrganization = updateOne(organizationRegistration);
export const deleteOrganization = deleteOne(organizationRegistration);

export const getAction = getOne(actionRegistration);
export const createAction = createOne(actionRegistration);
export const updateAction = updateOne(actionRegistration);
export const deleteAction = deleteOne(actionRegistration);
