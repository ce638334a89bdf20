import type { Hono } from 'hono';

import { notImitated } from '../state/config/not-imitated.ts';
import type { Endpoint } from '../state/endpoint.ts';
import { answering, endpointsIn, type Tenant } from './hono-adapter.ts';
import { lazy } from './lazy.ts';
import { logManagementCall } from './middleware/management-log.ts';

/** The routes that set a tenant up, as the Deploy CLI does, and those of which there is nothing. */
export function addRegistrationRoutes(app: Hono, tenant: Tenant): void {
  const answer = answering(tenant);
  const of = endpointsIn(() => import('./registration-endpoints.ts'));
  const change = (description: string, endpoint: Endpoint) =>
    [logManagementCall(description, tenant), answer(endpoint)] as const;

  app.post('/clients', ...change('Create a client', of('createClient')));
  app.patch('/clients/:id', ...change('Update a client', of('updateClient')));
  app.delete('/clients/:id', ...change('Delete a client', of('deleteClient')));

  app.post('/connections', ...change('Create a connection', of('createConnection')));
  app.patch('/connections/:id', ...change('Update a connection', of('updateConnection')));
  app.delete('/connections/:id', ...change('Delete a connection', of('deleteConnection')));
  app.get('/connections/:id/clients', answer(of('listConnectionClients')));
  app.patch(
    '/connections/:id/clients',
    ...change('Update enabled clients for a connection', of('updateConnectionClients')),
  );

  app.get('/resource-servers', answer(of('listApis')));
  app.post('/resource-servers', ...change('Create a resource server', of('createApi')));
  app.get('/resource-servers/:id', answer(of('getApi')));
  app.patch('/resource-servers/:id', ...change('Update a resource server', of('updateApi')));
  app.delete('/resource-servers/:id', ...change('Delete a resource server', of('deleteApi')));

  app.get('/client-grants', answer(of('listGrants')));
  app.post('/client-grants', ...change('Create client grant', of('createGrant')));
  app.get('/client-grants/:id', answer(of('getGrant')));
  app.patch('/client-grants/:id', ...change('Update client grant', of('updateGrant')));
  app.delete('/client-grants/:id', ...change('Delete client grant', of('deleteGrant')));

  app.get('/roles', answer(of('listRoles')));
  app.post('/roles', ...change('Create a role', of('createRole')));
  app.get('/roles/:id', answer(of('getRole')));
  app.patch('/roles/:id', ...change('Update a role', of('updateRole')));
  app.delete('/roles/:id', ...change('Delete a role', of('deleteRole')));
  app.get('/roles/:id/permissions', answer(of('listRolePermissions')));
  app.post(
    '/roles/:id/permissions',
    ...change('Associate permissions with a role', of('addRolePermissions')),
  );
  app.delete(
    '/roles/:id/permissions',
    ...change('Remove permissions from a role', of('removeRolePermissions')),
  );

  app.get('/organizations', answer(of('listOrganizations')));
  app.post('/organizations', ...change('Create an Organization', of('createOrganization')));
  app.get('/organizations/:id', answer(of('getOrganization')));
  app.patch('/organizations/:id', ...change('Modify an Organization', of('updateOrganization')));
  app.delete('/organizations/:id', ...change('Delete an Organization', of('deleteOrganization')));
  for (const path of ['/organizations/:id/connections', '/organizations/:id/enabled_connections']) {
    const isOld = path.endsWith('enabled_connections');
    app.get(path, answer(of(isOld ? 'listEnabledConnections' : 'listOrganizationConnections')));
    app.post(
      path,
      ...change('Add a connection to an Organization', of('addOrganizationConnection')),
    );
    app.patch(
      `${path}/:connectionId`,
      ...change('Modify an Organization Connection', of('updateOrganizationConnection')),
    );
    app.delete(
      `${path}/:connectionId`,
      ...change('Remove a connection from an Organization', of('removeOrganizationConnection')),
    );
  }

  app.get('/actions/actions', answer(of('listActions')));
  app.post('/actions/actions', ...change('Create an action', of('createAction')));
  app.get('/actions/actions/:id', answer(of('getAction')));
  app.patch('/actions/actions/:id', ...change('Update an action', of('updateAction')));
  app.delete('/actions/actions/:id', ...change('Delete an action', of('deleteAction')));
  app.post('/actions/actions/:id/deploy', ...change('Deploy an action', of('deployAction')));
  app.get('/actions/triggers', answer(of('listTriggers')));
  app.get('/actions/triggers/:id/bindings', answer(of('listBindings')));
  app.patch(
    '/actions/triggers/:id/bindings',
    ...change('Update trigger bindings', of('updateBindings')),
  );

  app.get('/tenants/settings', answer(of('getTenantSettings')));
  app.patch('/tenants/settings', ...change('Update tenant settings', of('updateTenantSettings')));
}

/** The routes of what is not imitated: reads as of a tenant that has none, and writes that are refused. */
export function addNotImitatedRoutes(app: Hono, tenant: Tenant): void {
  const answer = answering(tenant);
  const module = lazy(() => import('../management/not-imitated.ts'));
  const methods = ['POST', 'PUT', 'PATCH', 'DELETE'];
  for (const part of notImitated) {
    app.get(
      part.path,
      answer(async (exchange) => (await module()).noneOf(part)(exchange)),
    );
    app.on(
      methods,
      part.path,
      answer(async (exchange) => (await module()).writeOfNone(part)(exchange)),
    );
  }
  // What is below a path that has a row of its own was answered by that one.
  for (const part of notImitated) {
    app.on(
      methods,
      `${part.path}/*`,
      answer(async (exchange) => (await module()).refusedWrite(part)(exchange)),
    );
  }
}
