import { clientRegistration, getClient, listClients } from './clients.ts';
import { connectionRegistration, getConnection, listConnections } from './connections.ts';
import { actionRegistration, listActions } from './registrations/actions.ts';
import { apiRegistration, grantRegistration } from './registrations/apis.ts';
import { organizationRegistration } from './registrations/organizations.ts';
import { endpointsOf } from './registrations/registration-endpoints.ts';
import { roleRegistration } from './registrations/roles.ts';

/** What is registered, by its path. */
export const registered = {
  clients: { ...endpointsOf(clientRegistration), list: listClients, get: getClient },
  connections: {
    ...endpointsOf(connectionRegistration),
    list: listConnections,
    get: getConnection,
  },
  'resource-servers': endpointsOf(apiRegistration, {
    identifiers: ({ identifier }, asked) => identifier === asked,
  }),
  'client-grants': endpointsOf(grantRegistration, {
    audience: ({ audience }, asked) => audience === asked,
    client_id: ({ client_id }, asked) => client_id === asked,
  }),
  roles: endpointsOf(roleRegistration, {
    name_filter: ({ name }, asked) => name.toLowerCase().includes(asked.toLowerCase()),
    // Roles of an organization alone are not imitated.
    type: (_role, asked) => asked === 'tenant',
  }),
  organizations: endpointsOf(organizationRegistration),
  'actions/actions': { ...endpointsOf(actionRegistration), list: listActions },
};
