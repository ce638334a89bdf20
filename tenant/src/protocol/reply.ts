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
