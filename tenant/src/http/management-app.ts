import { Hono } from 'hono';

import type { Endpoint } from '../endpoints/endpoint.ts';
import { getClient, listClients } from '../endpoints/management/clients.ts';
import { getConnection, listConnections } from '../endpoints/management/connections.ts';
import { createUser } from '../endpoints/management/create-user.ts';
import { deleteUser } from '../endpoints/management/delete-user.ts';
import { enrollments } from '../endpoints/management/enrollments.ts';
import { getUser } from '../endpoints/management/get-user.ts';
import { linkIdentity } from '../endpoints/management/link-identity.ts';
import { listUsers } from '../endpoints/management/list-users.ts';
import { getLog, listLogs, userLogs } from '../endpoints/management/logs.ts';
import { unlinkIdentity } from '../endpoints/management/unlink-identity.ts';
import { updateUser } from '../endpoints/management/update-user.ts';
import { usersByEmail } from '../endpoints/management/users-by-email.ts';
import { ManagementError } from '../protocol/errors.ts';
import { answering, type Tenant } from './exchange.ts';
import { logManagementCall } from './management-log.ts';
import { rateLimited } from './rate-limited.ts';

/** The Management API (contract §6), under its rate limit; what it changes is in the tenant's log. */
export function managementApp(tenant: Tenant): Hono {
  const app = new Hono();
  const answer = answering(tenant);
  const change = (description: string, endpoint: Endpoint) =>
    [logManagementCall(description, tenant), answer(endpoint)] as const;

  app.use(rateLimited(tenant));
  app.get('/users', answer(listUsers));
  app.post('/users', ...change('Create a user', createUser));
  app.get('/users-by-email', answer(usersByEmail));
  app.get('/users/:id', answer(getUser));
  app.patch('/users/:id', ...change('Update a User', updateUser));
  app.delete('/users/:id', ...change('Delete a user', deleteUser));
  app.get('/users/:id/logs', answer(userLogs));
  app.get('/users/:id/enrollments', answer(enrollments));
  app.post('/users/:id/identities', ...change('Link user account', linkIdentity));
  app.delete(
    '/users/:id/identities/:provider/:userId',
    ...change('Unlink user account', unlinkIdentity),
  );
  app.get('/connections', answer(listConnections));
  app.get('/connections/:id', answer(getConnection));
  app.get('/clients', answer(listClients));
  app.get('/clients/:id', answer(getClient));
  app.get('/logs', answer(listLogs));
  app.get('/logs/:id', answer(getLog));
  app.all('*', () => {
    throw new ManagementError(404, 'Not Found');
  });

  return app;
}
