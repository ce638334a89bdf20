import { Hono } from 'hono';

import { lazy, type Tenant } from './hono-adapter.ts';
import { logRequests } from './middleware/request-log-middleware.ts';
import { tenantApp } from './tenant-app.ts';

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
