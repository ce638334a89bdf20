import type { MiddlewareHandler } from 'hono';

import { PageError } from '../../protocol/errors.ts';
import type { Tenant } from '../hono-adapter.ts';

/**
 * The origin of the tenant's pages as a browser has it. A proxy speaks TLS with the browser and none
 * with the tenant, so that the address of a request does not tell.
 */
export function ownOrigin(url: string, { state }: Tenant): string {
  const { host, origin } = new URL(url);
  const issuer = new URL(state.issuer);

  return host === issuer.host ? issuer.origin : origin;
}

/** Refuses what a page of another origin sends: forms and the control plane are for ours alone. */
export function ownOriginOnly(tenant: Tenant): MiddlewareHandler {
  return async (context, next) => {
    const origin = context.req.header('origin');
    if (origin !== undefined && origin !== ownOrigin(context.req.url, tenant)) {
      throw new PageError(403, 'notFromHere', { came: origin });
    }
    await next();
  };
}
