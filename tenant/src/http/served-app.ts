import { Hono } from 'hono';

import { controlApp } from './control-app.ts';
import type { Tenant } from './exchange.ts';
import { observing } from './observing.ts';
import { tenantApp } from './tenant-app.ts';
import { workbenchApp } from './workbench-app.ts';

/** The tenant with what is around it: its control plane, its faults and the log of its requests. */
export function servedApp(tenant: Tenant): Hono {
  const app = new Hono();

  app.use(observing(tenant));
  app.route('/_tenant/api', controlApp(tenant));
  app.route('/', workbenchApp(tenant));
  app.route('/', tenantApp(tenant));

  return app;
}
