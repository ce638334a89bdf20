import { Hono, type MiddlewareHandler } from 'hono';

import type { Tenant } from '../hono-adapter.ts';
import { servedApp } from '../tenant-app.ts';

/** The tenant as it is served on this machine: under its own names only. */
export function localApp(tenant: Tenant, hosts: readonly string[]): Hono {
  const app = new Hono();

  app.use(ownHostOnly(hosts));
  app.route('/', servedApp(tenant));

  return app;
}

/**
 * Answers only under the tenant's own names. A foreign name that resolves to this machine is how a
 * web page would get at a local server (DNS rebinding; SEC-54).
 */
function ownHostOnly(hosts: readonly string[]): MiddlewareHandler {
  return async (context, next) => {
    // A request line may name a host of its own, which counts more than the header (RFC 9112 §3.2.2).
    const named = [context.req.header('host')?.toLowerCase() ?? '', new URL(context.req.url).host];
    if (!named.every((name) => hosts.includes(name))) {
      return context.text(`This tenant answers at ${hosts.join(', ')} only.`, 421);
    }
    await next();

    return undefined;
  };
}
