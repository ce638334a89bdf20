import type { Hono } from 'hono';

import { notImitated } from '../state/config/not-imitated.ts';
import { answering, endpointsIn, lazy, type Tenant } from './hono-adapter.ts';
import { changing } from './middleware/management-log.ts';

/** What is registered, by its path, with the log's words for making, changing and removing one. */
const registered = [
  ['clients', 'Create a client', 'Update a client', 'Delete a client'],
  ['connections', 'Create a connection', 'Update a connection', 'Delete a connection'],
  [
    'resource-servers',
    'Create a resource server',
    'Update a resource server',
    'Delete a resource server',
  ],
  ['client-grants', 'Create client grant', 'Update client grant', 'Delete client grant'],
  ['roles', 'Create a role', 'Update a role', 'Delete a role'],
  ['organizations', 'Create an Organization', 'Modify an Organization', 'Delete an Organization'],
  ['actions/actions', 'Create an action', 'Update an action', 'Delete an action'],
] as const;

/** The routes that set a tenant up, as the Deploy CLI does, and those of which there is nothing. */
export function addRegistrationRoutes(app: Hono, tenant: Tenant): void {
  const answer = answering(tenant);
  const module = lazy(() => import('../management/registered.ts'));
  const of = endpointsIn(() => import('./registration-endpoints.ts'));
  const change = changing(tenant);

  for (const [name, create, update, remove] of registered) {
    const one = endpointsIn(async () => (await module()).registered[name]);
    app.get(`/${name}`, answer(one('list')));
    app.post(`/${name}`, ...change(create, one('create')));
    app.get(`/${name}/:id`, answer(one('get')));
    app.patch(`/${name}/:id`, ...change(update, one('update')));
    app.delete(`/${name}/:id`, ...change(remove, one('delete')));
  }
  app.get('/connections/:id/clients', answer(of('listConnectionClients')));
  app.patch(
    '/connections/:id/clients',
    ...change('Update enabled clients for a connection', of('updateConnectionClients')),
  );
  app.get('/roles/:id/permissions', answer(of('listRolePermissions')));
  app.post(
    '/roles/:id/permissions',
    ...change('Associate permissions with a role', of('addRolePermissions')),
  );
  app.delete(
    '/roles/:id/permissions',
    ...change('Remove permissions from a role', of('removeRolePermissions')),
  );

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
  const methods = ['POST', 'PUT', 'PATCH', 'DELETE'];
  const rows = notImitated.map((part) => ({
    path: part.path,
    of: endpointsIn(async () =>
      (await import('../management/not-imitated.ts')).endpointsOfNone(part),
    ),
  }));

  for (const { path, of } of rows) {
    app.get(path, answer(of('read')));
    app.on(methods, path, answer(of('write')));
  }
  // What is below a path that has a row of its own was answered by that one.
  for (const { path, of } of rows) app.on(methods, `${path}/*`, answer(of('writeBelow')));
}
