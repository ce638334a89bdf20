// What else a tenant is set up with, to be loaded together when the first of it is asked.
export { listConnectionClients, updateConnectionClients } from '../management/connections.ts';
export { deployAction } from '../management/registrations/actions.ts';
export {
  listBindings,
  listTriggers,
  updateBindings,
} from '../management/registrations/action-triggers.ts';
export {
  addOrganizationConnection,
  listEnabledConnections,
  listOrganizationConnections,
  removeOrganizationConnection,
  updateOrganizationConnection,
} from '../management/registrations/organizations.ts';
export {
  addRolePermissions,
  listRolePermissions,
  removeRolePermissions,
} from '../management/registrations/roles.ts';
export {
  getTenantSettings,
  updateTenantSettings,
} from '../management/registrations/tenant-settings.ts';
