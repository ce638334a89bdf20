import { Hono } from 'hono';

import { controlApp } from './control-app.ts';
import type { Tenant } from './exchange.ts';
import { ownHostOnly } from './own-host.ts';
import { tenantApp } from './tenant-app.ts';

/** The tenant as it is served on this machine: under its own names only, with its control plane. */
export function localApp(tenant: Tenant, port: number): Hono {
  const app = new Hono();

  app.use(ownHostOnly(port));
  app.route('/_tenant/api', controlApp(tenant));
  app.route('/', tenantApp(tenant));

  return app;
}
