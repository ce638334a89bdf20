import type { RequestEvent } from '../trace-event';

type Asked = Pick<RequestEvent, 'method' | 'path'>;

/** What is asked for, by method and path; the first that matches. */
const purposes: readonly (readonly [RegExp, string])[] = [
  [/^GET .*\/users\/\{id\}$/, $localize`to read an account`],
  [/^PATCH .*\/users\/\{id\}$/, $localize`to save settings of an account`],
  [/^POST .*\/users\/\{id\}\/identities$/, $localize`to link the accounts`],
  [/^DELETE .*\/users\/\{id\}\/identities\//, $localize`to unlink a sign-in method`],
  [/^POST \/oauth\/token$/, $localize`for tokens`],
  [/^POST \/oauth\/revoke$/, $localize`to end a refresh token`],
  [/^POST \/co\/authenticate$/, $localize`to check what was typed`],
  [/^POST \/passwordless\/start$/, $localize`to send a code or a link`],
  [/^GET \/\.well-known\/openid-configuration$/, $localize`how it is set up`],
  [/^GET \/\.well-known\/jwks\.json$/, $localize`for its keys`],
];

/** Who asked whom for what, and what came of it. */
export function requestWords(event: RequestEvent): string {
  const line = `${event.method} ${event.path}`;
  const purpose =
    purposes.find(([pattern]) => pattern.test(line))?.[1] ?? $localize`for ${event.path}:path:`;

  return $localize`This page asked ${whomWords(event)}:whom: ${purpose}:purpose:: ${answerWords(event)}:answer:`;
}

function whomWords({ path }: Asked): string {
  if (path.startsWith('/api/v2/')) return $localize`the Management API`;

  return path.startsWith('/_tenant/')
    ? $localize`the local tenant’s workbench`
    : $localize`the tenant`;
}

function answerWords({ method, status }: RequestEvent): string {
  switch (status) {
    case 0:
      return $localize`no answer that this page can read`;
    case 401:
      return $localize`refused, because the token or the code does not count`;
    case 403:
      return $localize`refused, because it is not allowed`;
    case 404:
      return $localize`it is not there`;
    case 409:
      return $localize`refused, because something else is in the way`;
    case 429:
      return $localize`wait, too many at once`;
  }
  if (status >= 500) return $localize`the tenant failed`;
  if (status >= 400) return $localize`refused`;

  return method === 'GET' ? $localize`answered` : $localize`done`;
}
