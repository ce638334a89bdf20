import { Hono } from 'hono';

import { ManagementError } from '../protocol/errors.ts';
import { answering, endpointsIn, type Tenant } from './hono-adapter.ts';
import { changing } from './middleware/management-log.ts';
import { rateLimited } from './middleware/rate-limited.ts';
import { addNotImitatedRoutes, addRegistrationRoutes } from './registration-routes.ts';

/** The Management API (contract §6), under its rate limit; what it changes is in the tenant's log. */
export function managementApp(tenant: Tenant): Hono {
  const app = new Hono();
  const answer = answering(tenant);
  const of = endpointsIn(() => import('../management/endpoints.ts'));
  const change = changing(tenant);

  app.use(rateLimited(tenant));
  app.get('/users', answer(of('listUsers')));
  app.post('/users', ...change('Create a User', of('createUser')));
  app.get('/users-by-email', answer(of('usersByEmail')));
  app.get('/users/:id', answer(of('getUser')));
  app.patch('/users/:id', ...change('Update a User', of('updateUser')));
  app.delete('/users/:id', ...change('Delete a User', of('deleteUser')));
  app.get('/users/:id/logs', answer(of('userLogs')));
  app.get('/users/:id/roles', answer(of('userRoles')));
  app.get('/users/:id/organizations', answer(of('userOrganizations')));
  app.get('/users/:id/enrollments', answer(of('enrollments')));
  app.post('/users/:id/identities', ...change('Link user account', of('linkIdentity')));
  app.delete(
    '/users/:id/identities/:provider/:userId',
    ...change('Unlink user account', of('unlinkIdentity')),
  );
  app.get('/logs', answer(of('listLogs')));
  app.get('/logs/:id', answer(of('getLog')));
  addRegistrationRoutes(app, tenant);
  addNotImitatedRoutes(app, tenant);
  app.all('*', () => {
    throw new ManagementError(404, 'Not Found');
  });

  return app;
}
