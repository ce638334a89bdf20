import type { Context, MiddlewareHandler } from 'hono';

import { maskQuery, maskText } from '../../control/requests/masking.ts';
import { seenTokens } from '../../control/requests/seen-tokens.ts';
import { decoded } from '../../protocol/http.ts';
import { defined, isObject, parseJson } from '../../protocol/json.ts';
import { bodyKind } from '../../protocol/media-type.ts';
import type { LoggedRequest, SeenToken } from '../../state/control/request-log.ts';
import type { Tenant } from '../hono-adapter.ts';
import { throughFaults } from './fault-injection.ts';

/**
 * Stands between the network and the tenant: here requests go wrong on purpose, and each one is
 * written down. The control plane itself is left alone, or nobody could turn a fault off; so are
 * pictures, for which no client calls.
 */
export function logRequests(tenant: Tenant): MiddlewareHandler {
  const { requests } = tenant.state.control;

  return async (context, next) => {
    if (/^\/(?:_tenant(?:\/|$)|avatar\/)/.test(context.req.path)) {
      await next();
      return;
    }
    const at = new Date(tenant.nowMs()).toISOString();
    const startedAtMs = performance.now();
    const { fired, isDropped } = await throughFaults(context, next, tenant);
    const durationMs = Math.round((performance.now() - startedAtMs) * 10) / 10;
    const request = await requestBody(context);
    const answer = isDropped ? '' : await answerBody(context);
    const tokens = tokensIn(context, request, answer);
    const { method, path, url } = context.req;
    requests.add({
      at,
      method,
      path: maskText(decoded(path)),
      query: maskQuery(new URL(url).searchParams),
      status: isDropped ? 0 : context.res.status,
      durationMs,
      faults: fired.map(({ preset, id }) => preset ?? id),
      tokens,
      ...defined({
        client: clientOf(context, request, tokens),
        sdk: sdkOf(context.req.header('auth0-client')),
        origin: context.req.header('origin'),
        refusal: refusalIn(context.res, answer),
      }),
    });
  };
}

function tokensIn(context: Context, request: string, answer: string): readonly SeenToken[] {
  return [
    ...seenTokens('authorization', context.req.header('authorization') ?? ''),
    ...seenTokens('request', `${request} ${new URL(context.req.url).search}`),
    ...seenTokens('answer', `${answer} ${context.res.headers.get('location') ?? ''}`),
  ];
}

/** The endpoint has read the body already; where none did, there is nothing to be seen in it. */
async function requestBody({ req }: Context): Promise<string> {
  if (req.raw.bodyUsed || 'text' in req.bodyCache) return req.text().catch(() => '');

  return '';
}

async function answerBody({ res }: Context): Promise<string> {
  const isJson = res.headers.get('content-type')?.includes('json') === true;

  return isJson ? await res.clone().text() : '';
}

function refusalIn({ status }: Response, answer: string): LoggedRequest['refusal'] {
  if (status < 400) return undefined;
  const body = parseJson(answer);
  if (!isObject(body)) return undefined;
  const { message, error, error_description: description } = body;
  const parts = [typeof message === 'string' ? undefined : error, message ?? description];
  const said = parts.filter((part) => typeof part === 'string');

  return said.length === 0 ? undefined : maskText(said.join(': '));
}

/** Which client a request is from: it says so itself, or a token does that it carries. */
function clientOf(
  { req }: Context,
  body: string,
  tokens: readonly SeenToken[],
): string | undefined {
  const named = req.query('client_id') ?? clientInBody(req.raw, body);
  const azp = tokens.find(({ place }) => place === 'authorization')?.claims['azp'];

  return named ?? (typeof azp === 'string' ? azp : undefined);
}

/** What an SDK says about itself: `auth0-spa-js 2.27.0`. */
function sdkOf(header: string | undefined): string | undefined {
  const value = parseJson(Buffer.from(header ?? '', 'base64url').toString());
  if (!isObject(value) || typeof value['name'] !== 'string') return undefined;
  const { name, version } = value;

  return typeof version === 'string' ? `${name} ${version}` : name;
}

function clientInBody(request: Request, body: string): string | undefined {
  if (bodyKind(request) !== 'json') return new URLSearchParams(body).get('client_id') ?? undefined;
  const fields = parseJson(body);
  const id = isObject(fields) ? fields['client_id'] : undefined;

  return typeof id === 'string' ? id : undefined;
}
