import type { Context, MiddlewareHandler } from 'hono';

import { mayCallFrom } from '../../state/config/client.ts';
import type { Tenant } from '../hono-adapter.ts';

const allowMethods = 'GET, POST, PATCH, PUT, DELETE, OPTIONS';
const allowHeaders = 'authorization, content-type, auth0-client, dpop, x-request-language';
const exposeHeaders = 'DPoP-Nonce, WWW-Authenticate, Location';
const rateLimitHeaders = 'X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset, Retry-After';

/**
 * One rule for every API: an origin is echoed when a client lists it, and `OPTIONS` is answered
 * before anything is checked, since every call of the SDKs preflights (contract §0). Cookies are for
 * the few endpoints that a browser has to be known at.
 */
export function cors(
  tenant: Tenant,
  { withCredentials = false }: { readonly withCredentials?: boolean } = {},
): MiddlewareHandler {
  const { state } = tenant;

  return answeringPreflights((context, headers, isPreflight) => {
    const origin = context.req.header('origin') ?? '';
    const isListed = [...state.config.clients.values()].some((client) =>
      mayCallFrom(client, origin),
    );
    if (!isListed) return;
    headers.set('access-control-allow-origin', origin);
    headers.set('access-control-expose-headers', exposedHeaders(tenant));
    if (withCredentials) headers.set('access-control-allow-credentials', 'true');
    if (!isPreflight) return;
    headers.set('access-control-allow-methods', allowMethods);
    headers.set('access-control-allow-headers', allowHeaders);
  });
}

/** Answers preflights, and says of them and of what comes after what a page may do with the answer. */
export function answeringPreflights(
  allow: (context: Context, headers: Headers, isPreflight: boolean) => void,
): MiddlewareHandler {
  return async (context, next) => {
    const isPreflight = context.req.method === 'OPTIONS';
    if (!isPreflight) await next();
    const response = isPreflight ? new Response(null, { status: 204 }) : context.res;
    response.headers.append('vary', 'Origin');
    allow(context, response.headers, isPreflight);

    return isPreflight ? response : undefined;
  };
}

/** Whether a page may read how far it is from the limit is a setting: nobody documents it (§0). */
function exposedHeaders({ state }: Tenant): string {
  return state.config.rateLimit.exposeHeaders
    ? `${exposeHeaders}, ${rateLimitHeaders}`
    : exposeHeaders;
}
