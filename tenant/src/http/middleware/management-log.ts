import type { Context, MiddlewareHandler } from 'hono';

import { authorizationIn, bodyFields, callerOf, type TenantRequest } from '../../protocol/http.ts';
import { isObject, type JsonObject, parseJson } from '../../protocol/json.ts';
import type { Endpoint } from '../../state/tenant-state.ts';
import { answering, type Tenant, toTenantRequest } from '../hono-adapter.ts';

/** The log is kept in memory, so what is longer than a profile may be is left out of it. */
const longestBody = 10_000;
/** What opens an account: masked as Auth0 masks it. */
const secrets: readonly string[] = ['password', 'link_with', 'client_secret', 'secrets'];

/** Puts an endpoint that changes something behind a route: what came of it is in the tenant's log. */
export const changing = (tenant: Tenant) => (description: string, endpoint: Endpoint) =>
  [logManagementCall(description, tenant), answering(tenant)(endpoint)] as const;

/** Writes a change down once it is answered: `sapi` when it was made, `fapi` when it was refused. */
function logManagementCall(description: string, { state, nowMs }: Tenant): MiddlewareHandler {
  return async (context, next) => {
    await next();
    const request = await toTenantRequest(context);
    const token = authorizationIn(request.headers)?.credentials[0] ?? '';
    const reading = await state.signer.read(token);
    const claims = reading.kind === 'valid' ? reading.claims : {};
    const client = state.config.clients.get(String(claims['azp']));
    const { status } = context.res;
    const answer = await answerOf(context);
    const isMade = status < 400;
    const message = isObject(answer) ? answer['message'] : undefined;
    state.log.append(
      {
        type: isMade ? 'sapi' : 'fapi',
        description: isMade || typeof message !== 'string' ? description : message,
        details: {
          request: requestDetails(context, request, claims),
          response: { body: isObject(answer) ? masked(answer) : answer, statusCode: status },
        },
        ...(client !== undefined && { client }),
        ...callerOf(request),
      },
      nowMs(),
    );
  };
}

function requestDetails({ req }: Context, request: TenantRequest, claims: JsonObject): JsonObject {
  // As it was sent: the framework decodes it.
  const { pathname } = new URL(req.url);

  return {
    auth: authDetails(claims),
    body:
      request.body === '' || request.body.length > longestBody ? null : masked(bodyFields(request)),
    channel: 'api',
    method: request.method.toLowerCase(),
    path: pathname,
    query: Object.fromEntries(request.query),
    ...callerOf(request),
  };
}

function authDetails({ sub, scope }: JsonObject): JsonObject {
  const isPerson = typeof sub === 'string' && !sub.endsWith('@clients');

  return {
    credentials: typeof scope === 'string' ? { scopes: scope.split(' ') } : {},
    strategy: 'jwt',
    user: isPerson ? { user_id: sub } : {},
  };
}

function masked(fields: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, secrets.includes(name) ? '*****' : value]),
  );
}

async function answerOf({ res }: Context): Promise<unknown> {
  const text = await res.clone().text();

  return text.length > longestBody ? {} : (parseJson(text) ?? {});
}
