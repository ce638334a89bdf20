import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';

import { isObject, type JsonObject } from '../../src/protocol/json.ts';
import { callbackUrl, managementAudience, origin, type TestTenant } from './tenant.ts';

export const verifier = 'a-code-verifier-that-is-long-enough-for-anybody';
export const challenge = createHash('sha256').update(verifier).digest('base64url');

const sessionCookie = 'tenant_session_4400';

type Params = Readonly<Record<string, string>>;

/** One browser at one tenant: it keeps the cookies and follows no redirect by itself. */
export class Browser {
  readonly cookies = new Map<string, string>();
  readonly #tenant: TestTenant;

  constructor(tenant: TestTenant) {
    this.#tenant = tenant;
  }

  async send(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('cookie', [...this.cookies].map((pair) => pair.join('=')).join('; '));
    const response = await this.#tenant.app.request(`${origin}${path}`, { ...init, headers });
    for (const setCookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (setCookie.split(';')[0] ?? '').split('=');
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }

    return response;
  }

  /** The session, which is empty for a browser that is not signed in. */
  get session(): string {
    return this.cookies.get(sessionCookie) ?? '';
  }

  set session(id: string) {
    this.cookies.set(sessionCookie, id);
  }

  authorize(params: Params = {}): Promise<Response> {
    return this.send(authorizePath(params));
  }

  submit(path: string, fields: Params): Promise<Response> {
    return this.send(path, { method: 'POST', body: new URLSearchParams(fields) });
  }

  /** Signs in with a password; the answer is what the form got. */
  async signIn(email: string, password: string, params: Params = {}): Promise<Response> {
    const page = await this.authorize({ prompt: 'login', ...params });

    return this.submit(locationOf(page), { email, password });
  }

  /** Signs in at a stand-in provider as the account with this e-mail address. */
  async signInAt(connection: string, email: string, params: Params = {}): Promise<Response> {
    const holding = this.#tenant.state.users.findByEmail(connection, email);
    assert.ok(holding, `${connection} has no ${email}`);

    return this.continueAs(connection, String(holding.identity.user_id), params);
  }

  /** Signs in at a stand-in provider as the account that it knows by this id. */
  async continueAs(connection: string, account: string, params: Params = {}): Promise<Response> {
    const page = await this.authorize({ prompt: 'login', connection, ...params });
    const [path = '', query = ''] = locationOf(page).split('?');

    return this.submit(`${path}/continue?${query}`, { account });
  }

  /** Signs in with the code that is sent to an address. */
  async signInByCode(connection: string, address: string): Promise<Response> {
    const page = await this.authorize({ connection });
    const codePage = locationOf(await this.submit(locationOf(page), { address }));
    const [message] = this.#tenant.state.inbox.messages(address);

    return this.submit(codePage, { code: message?.code ?? '' });
  }
}

export const allScopes =
  'openid profile email read:current_user update:current_user_identities update:current_user_metadata';

function authorizePath(params: Params): string {
  const query = new URLSearchParams({
    client_id: 'ligature-spa',
    redirect_uri: callbackUrl,
    response_type: 'code',
    scope: allScopes,
    audience: managementAudience,
    state: 'the state==',
    nonce: 'the nonce==',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...params,
  });

  return `/authorize?${query.toString()}`;
}

export function locationOf(response: Response): string {
  const location = response.headers.get('location');
  assert.ok(location !== null, `no redirect: ${response.status}`);

  return location;
}

/** What the client reads from its callback. */
export function callbackParams(response: Response): URLSearchParams {
  const location = new URL(locationOf(response));
  assert.equal(`${location.origin}${location.pathname}`, callbackUrl);

  return location.searchParams;
}

export function codeOf(response: Response): string {
  const code = callbackParams(response).get('code');
  assert.ok(code !== null, locationOf(response));

  return code;
}

export async function jsonOf(response: Response): Promise<JsonObject> {
  const body: unknown = await response.json();
  assert.ok(isObject(body));

  return body;
}

/** Exchanges a code as the SDK does. */
export function exchange(tenant: TestTenant, code: string, fields: Params = {}): Promise<Response> {
  return Promise.resolve(
    tenant.app.request(`${origin}/oauth/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        client_id: 'ligature-spa',
        code,
        code_verifier: verifier,
        redirect_uri: callbackUrl,
        ...fields,
      }),
    }),
  );
}

export interface Tokens {
  readonly accessToken: string;
  readonly idToken: string;
  readonly scope: string;
}

/** From the answer of a sign-in to its tokens. */
export async function tokensFrom(tenant: TestTenant, signedIn: Response): Promise<Tokens> {
  const body = await jsonOf(await exchange(tenant, codeOf(signedIn)));

  return {
    accessToken: text(body['access_token']),
    idToken: text(body['id_token']),
    scope: text(body['scope']),
  };
}

export function text(value: unknown): string {
  assert.ok(typeof value === 'string', `not a string: ${String(value)}`);

  return value;
}

/** The claims of a token, which the test trusts. */
export function claimsOf(token: string): JsonObject {
  const claims: unknown = JSON.parse(
    Buffer.from(token.split('.')[1] ?? '', 'base64url').toString(),
  );
  assert.ok(isObject(claims));

  return claims;
}
