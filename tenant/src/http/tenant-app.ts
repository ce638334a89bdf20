import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';

import { ManagementError, nothingHere } from '../protocol/errors.ts';
import { authenticationApp } from './authentication-app.ts';
import { errorReply } from './error-replies.ts';
import { lazy, type Tenant, toResponse } from './hono-adapter.ts';
import { managementApp } from './management-app.ts';
import { cors } from './middleware/cors.ts';
import { logRequests } from './middleware/request-log-middleware.ts';
import { signInApp } from './sign-in-app.ts';

const largestBody = 1_000_000;

/** The tenant with what is around it: its control plane, its faults and the log of its requests. */
export function servedApp(tenant: Tenant): Hono {
  const app = new Hono();
  const control = lazy(async () => {
    const { controlApp } = await import('./control/control-app.ts');

    return new Hono().route('/_tenant/api', controlApp(tenant));
  });
  const workbench = lazy(async () => {
    const { workbenchApp } = await import('./control/workbench-app.ts');

    return workbenchApp(tenant);
  });

  app.use(logRequests(tenant));
  app.all('/_tenant/api/*', async ({ req, env }) => (await control()).fetch(req.raw, env));
  app.all('/_tenant/*', async ({ req, env }) => (await workbench()).fetch(req.raw, env));
  app.route('/', tenantApp(tenant));

  return app;
}

/** Everything that Auth0 would answer, as one app that opens no port. */
function tenantApp(tenant: Tenant): Hono {
  const app = new Hono();

  app.use('/api/v2/*', cors(tenant));
  app.use(bodyLimit({ maxSize: largestBody, onError: refuseLargeBody }));

  app.route('/', authenticationApp(tenant));
  app.route('/', signInApp(tenant));
  app.route('/api/v2', managementApp(tenant));

  app.all('/api/*', () => {
    throw new ManagementError(404, 'Not Found');
  });
  app.all('*', ({ req }) => {
    throw nothingHere(req.path);
  });
  app.onError((error, { req }) =>
    toResponse(errorReply(error, { asked: req.raw, state: tenant.state })),
  );

  return app;
}

function refuseLargeBody(): never {
  throw new ManagementError(
    400,
    `Payload content length greater than maximum allowed: ${largestBody}`,
  );
}
