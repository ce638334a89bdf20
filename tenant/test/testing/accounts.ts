import { Browser, claimsOf, text, tokensFrom, type Tokens } from './browser.ts';
import { origin, type TestTenant } from './tenant.ts';

export const password = 'Username-Password-Authentication';

/** Somebody who is signed in, and what they hold. */
export interface Account extends Tokens {
  readonly id: string;
}

export async function ada(tenant: TestTenant): Promise<Account> {
  return accountFrom(
    tenant,
    await new Browser(tenant).signIn('ada@example.com', 'Analytical-1843'),
  );
}

export async function adaAtGoogle(tenant: TestTenant): Promise<Account> {
  return at(tenant, 'google-oauth2', 'ada@example.com');
}

export async function at(tenant: TestTenant, connection: string, email: string): Promise<Account> {
  return accountFrom(tenant, await new Browser(tenant).signInAt(connection, email));
}

export async function accountFrom(tenant: TestTenant, signedIn: Response): Promise<Account> {
  const tokens = await tokensFrom(tenant, signedIn);

  return { ...tokens, id: text(claimsOf(tokens.idToken)['sub']) };
}

/** Calls the Management API as an account; `path` comes after `/users/`. */
export async function call(
  tenant: TestTenant,
  method: string,
  path: string,
  accessToken: string,
  body?: unknown,
): Promise<Response> {
  return tenant.app.request(`${origin}/api/v2/users/${path}`, {
    method,
    headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

export function linkWith(tenant: TestTenant, primary: Account, body: unknown): Promise<Response> {
  return call(
    tenant,
    'POST',
    `${encodeURIComponent(primary.id)}/identities`,
    primary.accessToken,
    body,
  );
}
