import { createHash } from 'node:crypto';

import { type Reply, HttpClient, type RequestOptions } from './http-client.ts';

const callback = 'http://localhost:4200/callback';
const verifier = 'a-code-verifier-that-is-long-enough-for-anybody';
const challenge = createHash('sha256').update(verifier).digest('base64url');

export interface Tokens {
  readonly access_token: string;
  readonly refresh_token: string;
}

/** Signs in as a browser with the SDK does, page included: four requests each time. */
export class TenantBrowser {
  static readonly requestsPerSignIn = 4;
  readonly #client: HttpClient;
  readonly #origin: string;
  readonly #cookies = new Map<string, string>();

  constructor(origin: string) {
    this.#client = new HttpClient(origin);
    this.#origin = origin;
  }

  async signIn(email: string, password: string): Promise<Tokens> {
    const started = await this.#send(`/authorize?${this.#authorization().toString()}`);
    const page = locationOf(started);
    await this.#send(page);
    const signedIn = await this.#send(page, form({ email, password }));
    const code = new URL(locationOf(signedIn), this.#origin).searchParams.get('code');

    return this.#token({
      grant_type: 'authorization_code',
      client_id: 'ligature-spa',
      redirect_uri: callback,
      code_verifier: verifier,
      code: code ?? '',
    });
  }

  refresh(refreshToken: string): Promise<Tokens> {
    return this.#token({
      grant_type: 'refresh_token',
      client_id: 'ligature-spa',
      refresh_token: refreshToken,
    });
  }

  close(): void {
    this.#client.close();
  }

  async #token(fields: Readonly<Record<string, string>>): Promise<Tokens> {
    const { status, body } = await this.#send('/oauth/token', form(fields));
    if (status !== 200) throw new Error(`No tokens: ${status} ${body}`);

    return JSON.parse(body) as Tokens;
  }

  async #send(path: string, options: RequestOptions = {}): Promise<Reply> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { cookie, ...options.headers };
    const reply = await this.#client.send(path, { ...options, headers });
    for (const set of [reply.headers['set-cookie'] ?? []].flat()) {
      const [name = '', value = ''] = (set.split(';')[0] ?? '').split('=');
      this.#cookies.set(name, value);
    }

    return reply;
  }

  #authorization(): URLSearchParams {
    return new URLSearchParams({
      client_id: 'ligature-spa',
      redirect_uri: callback,
      response_type: 'code',
      prompt: 'login',
      scope: 'openid profile email offline_access read:current_user',
      audience: `${this.#origin}/api/v2/`,
      state: 'state',
      nonce: 'nonce',
      code_challenge: challenge,
      code_challenge_method: 'S256',
    });
  }
}

function form(fields: Readonly<Record<string, string>>): RequestOptions {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  };
}

function locationOf({ status, headers, body }: Reply): string {
  const { location } = headers;
  if (typeof location !== 'string') throw new Error(`No redirect: ${status} ${body.slice(0, 200)}`);

  return location;
}
