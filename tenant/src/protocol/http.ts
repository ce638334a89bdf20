import { parse as parseCookies } from 'hono/utils/cookie';

import { isObject, type JsonObject, parseJson } from './json.ts';
import { bodyKind } from './media-type.ts';

/** A request as the endpoints see it: no framework, and nothing in it trusted yet. */
export interface TenantRequest {
  readonly method: string;
  /** Where on the network it came from; empty when nobody knows. */
  readonly ip: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  readonly body: string;
}

/** Reads a part of the path that the route is known to have. */
export function pathParameter(request: TenantRequest, name: string): string {
  return request.params[name] ?? '';
}

/** Decodes a path; one that is broken stays as it is. */
export function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Reads a parameter of the query; one without a value counts as left out (RFC 6749 §3.1). */
export function parameter(query: URLSearchParams, name: string): string | undefined {
  const value = query.get(name);

  return value === null || value === '' ? undefined : value;
}

/** Reads the value of one cookie. */
export function cookie(request: TenantRequest, name: string): string | undefined {
  return parseCookies(request.headers.get('cookie') ?? '', name)[name];
}

/** Reads what the tenant's log keeps of whoever sent a request. */
export function callerOf({
  ip,
  headers,
}: TenantRequest): Readonly<Record<'ip' | 'userAgent', string>> {
  return { ip, userAgent: headers.get('user-agent') ?? '' };
}

/** Splits the `Authorization` header: the scheme in lower case, and what follows it, with any number of blanks between (RFC 9110 §11.1). */
export function authorizationIn(
  headers: Headers,
): { readonly scheme: string; readonly credentials: readonly string[] } | undefined {
  const header = headers.get('authorization');
  if (header === null) return undefined;
  const [scheme = '', ...credentials] = header.split(/\s+/);

  return { scheme: scheme.toLowerCase(), credentials };
}

/** Reads the fields of a form or of JSON: Auth0's clients send either. Any other body has none (contract §3). */
export function bodyFields(request: TenantRequest): JsonObject {
  const kind = bodyKind(request);
  if (kind === 'other') return {};
  if (kind !== 'json') return Object.fromEntries(new URLSearchParams(request.body));
  const value = parseJson(request.body);

  return isObject(value) ? value : {};
}

/** Reads what a person typed into a field of a form; nothing is an empty text. */
export function typedField(request: TenantRequest, name: string): string {
  return textField(bodyFields(request), name) ?? '';
}

/** Reads a field that counts only when it is a string with something in it. */
export function textField(fields: JsonObject, name: string): string | undefined {
  const value = fields[name];

  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** An answer as the endpoints give it; the HTTP rim turns it into a response. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Each becomes a `Set-Cookie` header of its own. */
  readonly cookies?: readonly string[];
  readonly body: string;
}

/** Answers with JSON that no cache may keep, for everything here is about one person. */
export function json(status: number, body: unknown, headers: Reply['headers'] = {}): Reply {
  return {
    status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      pragma: 'no-cache',
      ...headers,
    },
    body: JSON.stringify(body),
  };
}

/** Sends the browser elsewhere; the answer to a form must not be replayed as a form. */
export function redirect(location: string): Reply {
  return { status: 302, headers: { location, 'cache-control': 'no-store' }, body: '' };
}

/** Answers in plain text. */
export function text(status: number, body: string): Reply {
  return {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
    body,
  };
}

/** Copies a reply with more `Set-Cookie` headers. */
export function withCookies(reply: Reply, cookies: readonly string[]): Reply {
  return { ...reply, cookies: [...(reply.cookies ?? []), ...cookies] };
}
