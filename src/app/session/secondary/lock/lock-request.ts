import { answeredParams } from '../../sign-in/begun-sign-in';
import { addressOf, lockPath } from '../../sign-in/callback-url';

/** What of the SDK's own request Lock carries on to the tenant; Lock's page settles all else. */
const carried = ['connection', ...answeredParams] as const;

/** What goes along where the request has it: in which languages the tenant's own pages are to be. */
const alsoCarried = 'ui_locales';

/** The request of the SDK that Lock carries on to the tenant. */
export type LockRequest = Readonly<
  Record<(typeof carried)[number], string> & { [alsoCarried]?: string }
>;

/**
 * Makes the address of Lock's page from the SDK's own of the tenant's `/authorize`. The request goes along in the
 * fragment, which no server sees; there is no secret in it, since the verifier stays with the SDK.
 */
export function lockAddress(authorizeUrl: string): string {
  const asked = new URL(authorizeUrl).searchParams;
  const fragment = new URLSearchParams([
    ...carried.map((name) => [name, asked.get(name) ?? '']),
    ...languagesOf(asked),
  ]);

  return `${addressOf(lockPath)}#${fragment.toString()}`;
}

/** Reads the request in the fragment of Lock's page; `undefined` when the SDK has not made it. */
export function lockRequestIn(fragment: string): LockRequest | undefined {
  const given = new URLSearchParams(fragment.replace(/^#/, ''));
  const request = carried.map((name) => [name, given.get(name) ?? ''] as const);

  return request.every(([, value]) => value !== '')
    ? (Object.fromEntries([...request, ...languagesOf(given)]) as LockRequest)
    : undefined;
}

/** Gives what a request says of languages, as it has to be said again. */
const languagesOf = (request: URLSearchParams): [string, string][] =>
  request.getAll(alsoCarried).map((languages) => [alsoCarried, languages]);
