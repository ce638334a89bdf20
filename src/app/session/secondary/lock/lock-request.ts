import { addressOf, lockPath } from '../../sign-in/callback-url';

/** What of the SDK's own request Lock carries on to the tenant; all else is settled by Lock's page. */
const carried = [
  'connection',
  'scope',
  'audience',
  'state',
  'nonce',
  'code_challenge',
  'code_challenge_method',
  'max_age',
] as const;

export type LockRequest = Readonly<Record<(typeof carried)[number], string>>;

/**
 * Where the window goes in place of the tenant's `/authorize`. The request is in the fragment, which no
 * server sees; there is no secret in it, since the verifier stays with the SDK.
 */
export function lockAddress(authorizeUrl: string): string {
  const asked = new URL(authorizeUrl).searchParams;
  const fragment = new URLSearchParams(carried.map((name) => [name, asked.get(name) ?? '']));

  return `${addressOf(lockPath)}#${fragment.toString()}`;
}

/** The request in the fragment of Lock's page; `undefined` when it is not one that the SDK has made. */
export function lockRequestIn(fragment: string): LockRequest | undefined {
  const given = new URLSearchParams(fragment.replace(/^#/, ''));
  const request = carried.map((name) => [name, given.get(name) ?? ''] as const);

  return request.every(([, value]) => value !== '')
    ? (Object.fromEntries(request) as LockRequest)
    : undefined;
}
