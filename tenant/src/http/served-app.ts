import { Hono } from 'hono';

import type { Tenant } from './hono-adapter.ts';
import { loadedApp } from './loaded-app.ts';
import { logRequests } from './request-log-middleware.ts';
import { tenantApp } from './tenant-app.ts';

/** The tenant with what is around it: its control plane, its faults and the log of its requests. */
export function servedApp(tenant: Tenant): Hono {
  const app = new Hono();
  const control = loadedApp(async () => {
    const { controlApp } = await import('./control-app.ts');

    const mounted = new Hono();
    mounted.route('/_tenant/api', controlApp(tenant));

    return mounted;
  });
  const workbench = loadedApp(async () => {
    const { workbenchApp } = await import('./workbench-app.ts');

    return workbenchApp(tenant);
  });

  app.use(logRequests(tenant));
  app.all('/_tenant/api/*', control);
  app.all('/_tenant/*', workbench);
  app.route('/', tenantApp(tenant));

  return app;
}
