import { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { Context, Handler } from 'hono';

import type { Reply, TenantRequest } from '../protocol/http.ts';
import { isObject } from '../protocol/json.ts';
import type { Endpoint, TenantState } from '../state/tenant-state.ts';

/** A tenant that can be asked: what it knows, and what time it thinks it is. */
export interface Tenant {
  readonly state: TenantState;
  readonly nowMs: () => number;
}

/** Puts an endpoint behind a route. */
export function answering({ state, nowMs }: Tenant): (endpoint: Endpoint) => Handler {
  return (endpoint) => async (context) =>
    toResponse(await endpoint({ request: await toTenantRequest(context), state, nowMs: nowMs() }));
}

/** Names endpoints of a module that is loaded when the first of them is asked. */
export function endpointsIn<Name extends string>(
  load: () => Promise<Readonly<Record<Name, Endpoint>>>,
): (name: Name) => Endpoint {
  const module = lazy(load);

  return (name) => async (exchange) => (await module())[name](exchange);
}

/** Turns an endpoint's answer into a response. */
export function toResponse({ status, headers, cookies = [], body }: Reply): Response {
  const response = new Response(body === '' ? null : body, { status, headers });
  for (const cookie of cookies) response.headers.append('set-cookie', cookie);

  return response;
}

/** The request as the endpoints see it. */
export async function toTenantRequest({ req, env }: Context): Promise<TenantRequest> {
  return {
    method: req.method,
    ip: socketIn(env)?.remoteAddress ?? '',
    params: req.param(),
    query: new URL(req.url).searchParams,
    headers: req.raw.headers,
    body: await req.text(),
  };
}

/** The socket of a request, which the Node server keeps with it. A test has none. */
export function socketIn(environment: unknown): Socket | undefined {
  const incoming = isObject(environment) ? environment['incoming'] : undefined;

  return incoming instanceof IncomingMessage ? incoming.socket : undefined;
}

/** Loads something when it is asked for the first time, and once: the start does not wait for it. */
export function lazy<Loaded>(load: () => Promise<Loaded>): () => Promise<Loaded> {
  let loaded: Promise<Loaded> | undefined;

  return () => (loaded ??= load());
}
