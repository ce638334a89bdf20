import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';

import { ManagementError, nothingHere } from '../protocol/errors.ts';
import { authenticationApp } from './authentication-app.ts';
import { errorReply } from './error-replies.ts';
import { type Tenant, toResponse } from './hono-adapter.ts';
import { managementApp } from './management-app.ts';
import { cors } from './middleware/cors.ts';
import { signInApp } from './sign-in-app.ts';

const largestBody = 1_000_000;

/** Everything that Auth0 would answer, as one app that opens no port. */
export function tenantApp(tenant: Tenant): Hono {
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
