import { createHash, randomBytes } from 'node:crypto';

/** What a tenant gives to somebody who has signed in to the application. */
export interface Tokens {
  readonly access_token: string;
  readonly id_token: string;
  readonly refresh_token: string;
}

const client = { client_id: 'ligature-spa', redirect_uri: 'http://localhost:4200/callback' };

/** Signs somebody in at a local tenant without its pages, and trades the code as the application does. */
export async function tokensOf(tenant: string, userId: string): Promise<Tokens> {
  const session = await fetch(`${tenant}/_tenant/api/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user_id: userId }),
  });
  const verifier = randomBytes(32).toString('base64url');
  const request = new URLSearchParams({
    ...client,
    response_type: 'code',
    scope:
      'openid email offline_access read:current_user update:current_user_metadata update:current_user_identities',
    audience: `${tenant}/api/v2/`,
    state: 'state',
    nonce: 'nonce',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  const { headers } = await fetch(`${tenant}/authorize?${request.toString()}`, {
    headers: {
      cookie: session.headers
        .getSetCookie()
        .map((cookie) => cookie.split(';')[0])
        .join('; '),
    },
    redirect: 'manual',
  });
  const code = new URL(headers.get('location') ?? '').searchParams.get('code') ?? '';
  const answer = await fetch(`${tenant}/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams({
      ...client,
      grant_type: 'authorization_code',
      code,
      code_verifier: verifier,
    }),
  });

  return (await answer.json()) as Tokens;
}
