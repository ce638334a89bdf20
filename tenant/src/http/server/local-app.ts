import { Hono } from 'hono';

import type { Tenant } from '../hono-adapter.ts';
import { servedApp } from '../served-app.ts';
import { ownHostOnly } from './own-host.ts';

/** The tenant as it is served on this machine: under its own names only. */
export function localApp(tenant: Tenant, hosts: readonly string[]): Hono {
  const app = new Hono();

  app.use(ownHostOnly(hosts));
  app.route('/', servedApp(tenant));

  return app;
}
