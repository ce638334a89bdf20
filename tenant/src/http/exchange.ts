import type { Context, Handler } from 'hono';

import type { Endpoint } from '../endpoints/endpoint.ts';
import type { Reply } from '../protocol/reply.ts';
import type { TenantRequest } from '../protocol/request.ts';
import type { TenantState } from '../state/tenant-state.ts';

/** A tenant that can be asked: what it knows, and what time it thinks it is. */
export interface Tenant {
  readonly state: TenantState;
  readonly now: () => number;
}

/** Puts an endpoint behind a route. */
export function answering({ state, now }: Tenant): (endpoint: Endpoint) => Handler {
  return (endpoint) => async (context) =>
    toResponse(await endpoint(await toTenantRequest(context), state, now()));
}

/** Turns an endpoint's answer into a response. */
export function toResponse({ status, headers, body }: Reply): Response {
  return new Response(body === '' ? null : body, { status, headers });
}

async function toTenantRequest({ req }: Context): Promise<TenantRequest> {
  return {
    params: req.param(),
    query: new URL(req.url).searchParams,
    headers: req.raw.headers,
    body: await req.text(),
  };
}
