import { HttpContext, HttpErrorResponse, HttpParams } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { firstValueFrom, timeout } from 'rxjs';

import { LIGATURE_CONFIG } from '../config/ligature-config';
import { connectionKind } from '../identity/connection-kinds';
import { isJsonObject } from '../identity/json';
import { PrimarySession } from '../session/primary/primary-session';
import { BEARER } from './interceptors/bearer';
import { TENANT_HTTP } from './tenant-http';

/** What a tenant's answer tells of the rate limit; nothing where the page may not read its headers. */
export interface RateLimitSeen {
  readonly limit?: number;
  readonly remaining?: number;
}

/** An answer that this page may read, or none: a browser does not say whether it was refused or never came. */
export type ProbeAnswer =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly json: Readonly<Record<string, unknown>>;
      readonly rateLimit: RateLimitSeen;
    }
  | { readonly kind: 'unreadable' };

/** A code and a token that no tenant has given: what is refused is the grant, or only they. */
const madeUp = {
  authorization_code: { code: 'ligature-check', code_verifier: 'ligature-check-'.repeat(4) },
  refresh_token: { refresh_token: 'ligature-check' },
} as const;

const madeUpPassword = {
  credential_type: 'http://auth0.com/oauth/grant-type/password-realm',
  username: 'nobody@ligature.invalid',
  password: 'ligature-check',
};

const madeUpCode = (realm: string) => ({
  credential_type: 'http://auth0.com/oauth/grant-type/passwordless/otp',
  // A connection that sends messages is called as its strategy is.
  username:
    connectionKind(realm).messageTo === 'email' ? 'nobody@ligature.invalid' : '+10000000000',
  otp: '000000',
});

/** Where a sign-in form in this site would try a secret, and of which kind. */
export interface CrossOriginTry {
  readonly realm: string;
  readonly secret: 'code' | 'password';
}

export type ProbedGrant = keyof typeof madeUp;

const timeoutMs = 10_000;

/** Asks a tenant what shows how it is set up. It changes nothing; a refused exchange stands in the tenant's log. */
@Service()
export class TenantProbe {
  readonly #http = inject(TENANT_HTTP);
  readonly #tenant = inject(LIGATURE_CONFIG).tenant;
  readonly #session = inject(PrimarySession);

  /** Reads what the tenant publishes about itself. */
  discovery(): Promise<ProbeAnswer> {
    return this.#ask('GET', `${this.#tenant.origin}/.well-known/openid-configuration`);
  }

  /** Reads the keys that the tenant signs with. */
  jwks(): Promise<ProbeAnswer> {
    return this.#ask('GET', `${this.#tenant.origin}/.well-known/jwks.json`);
  }

  /** Tries a grant with something made up; the `Auth0-Client` header makes it preflight, as the SDK's does. */
  exchange(grant: ProbedGrant, redirectUri: string): Promise<ProbeAnswer> {
    const fields = { grant_type: grant, client_id: this.#tenant.clientId, ...madeUp[grant] };
    const body = new HttpParams({ fromObject: { ...fields, redirect_uri: redirectUri } });

    return this.#ask('POST', `${this.#tenant.origin}/oauth/token`, {
      body,
      headers: { 'Auth0-Client': btoa('{"name":"ligature-check"}') },
    });
  }

  /** Asks for a login ticket with a secret of nobody's, as sign-in forms in this site do. */
  crossOrigin({ realm, secret }: CrossOriginTry): Promise<ProbeAnswer> {
    return this.#ask('POST', `${this.#tenant.origin}/co/authenticate`, {
      withCredentials: true,
      body: {
        client_id: this.#tenant.clientId,
        realm,
        ...(secret === 'password' ? madeUpPassword : madeUpCode(realm)),
      },
    });
  }

  /** Reads the signed-in person's account, as a link does first. */
  ownAccount(userId: string): Promise<ProbeAnswer> {
    return this.#ask('GET', `${this.#tenant.audience}users/${encodeURIComponent(userId)}`, {
      context: new HttpContext().set(BEARER, this.#session),
    });
  }

  async #ask(
    method: string,
    address: string,
    options: {
      readonly body?: unknown;
      readonly headers?: Record<string, string>;
      readonly withCredentials?: boolean;
      readonly context?: HttpContext;
    } = {},
  ): Promise<ProbeAnswer> {
    // Every failure is an answer here: what kind of failure it was is what is asked.
    try {
      const { status, headers, body } = await firstValueFrom(
        this.#http
          .request(method, address, { ...options, observe: 'response', responseType: 'text' })
          .pipe(timeout(timeoutMs)),
      );

      return answered(status, body, headers);
    } catch (error) {
      return error instanceof HttpErrorResponse && error.status !== 0
        ? answered(error.status, error.error, error.headers)
        : { kind: 'unreadable' };
    }
  }
}

const answered = (
  status: number,
  body: unknown,
  headers: { get(name: string): string | null },
): ProbeAnswer => {
  const [limit, remaining] = ['limit', 'remaining'].map((name) =>
    headers.get(`x-ratelimit-${name}`),
  );

  return {
    kind: 'answered',
    status,
    json: jsonObject(body),
    rateLimit: {
      ...(limit && { limit: Number(limit) }),
      ...(remaining && { remaining: Number(remaining) }),
    },
  };
};

function jsonObject(body: unknown): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(String(body));

    return isJsonObject(value) ? value : {};
  } catch {
    return {};
  }
}
