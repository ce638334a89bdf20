import { Hono, type MiddlewareHandler } from 'hono';

import { ManagementError } from '../protocol/errors.ts';
import { errorReply } from './error-replies.ts';
import { answering, endpointsIn, type Tenant, toResponse } from './hono-adapter.ts';
import { changing } from './middleware/management-log.ts';
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

/**
 * Counts every call, whoever makes it, and says on every answer where the caller stands
 * (contract §6.1). Preflights are answered before and do not count.
 */
function rateLimited({ state, nowMs }: Tenant): MiddlewareHandler {
  return async (context, next) => {
    const reading = state.limits.managementLimit.take(state.config.rateLimit, nowMs());
    if (reading.isExceeded) context.res = toResponse(errorReply(tooManyRequests()));
    else await next();
    const { headers } = context.res;
    headers.set('x-ratelimit-limit', String(reading.limit));
    headers.set('x-ratelimit-remaining', String(reading.remaining));
    headers.set('x-ratelimit-reset', String(reading.resetSeconds));
    if (reading.isExceeded) {
      headers.set('retry-after', String(reading.retryAfterSeconds));
      state.log.append({ type: 'api_limit' }, nowMs());
    }
  };
}

function tooManyRequests(): ManagementError {
  return new ManagementError(429, 'Global limit has been reached', 'too_many_requests');
}
