import { Hono } from 'hono';

import type { Tenant } from './exchange.ts';
import { ownHostOnly } from './own-host.ts';
import { servedApp } from './served-app.ts';

/** The tenant as it is served on this machine: under its own names only. */
export function localApp(tenant: Tenant, port: number): Hono {
  const app = new Hono();

  app.use(ownHostOnly(port));
  app.route('/', servedApp(tenant));

  return app;
}
