import type { MiddlewareHandler } from 'hono';

/**
 * Answers only under the tenant's own names. A foreign name that resolves to this machine is how a
 * web page would get at a local server (DNS rebinding; SEC-54).
 */
export function ownHostOnly(hosts: readonly string[]): MiddlewareHandler {
  return async (context, next) => {
    if (!hosts.includes(context.req.header('host') ?? '')) {
      return context.text(`This tenant answers at ${hosts.join(', ')} only.`, 421);
    }
    await next();

    return undefined;
  };
}
