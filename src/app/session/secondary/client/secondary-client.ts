import { inject, Service } from '@angular/core';
import {
  Auth0Client,
  InMemoryCache,
  type Auth0ClientOptions,
  type AuthorizationParams,
} from '@auth0/auth0-spa-js';

import { CLOCK_SKEW } from '../../../config/clock-skew';
import { LIGATURE_CONFIG } from '../../../config/ligature-config';
import { idTokenDefect } from '../../../identity/sign-in/id-token';
import { decodeJwt } from '../../../identity/sign-in/jwt';
import { beginSignIn, useAnswer, type BegunSecondary } from '../../sign-in/begun-sign-in';
import { secondaryOptions } from '../../sign-in/client-options';
import { expectReachable } from '../../sign-in/expect-able-to-leave';
import { SessionTrace } from '../../sign-in/session-trace';
import { SignInError } from '../../sign-in/sign-in-error';
import { TenantSession } from '../../user/tenant-session';
import { SecondarySession } from './secondary-session';

/**
 * Makes the SDK client of a second sign-in: a new one for each attempt, whose cache is its own memory. It
 * never signs anybody out, and whatever it learns ends with the attempt.
 */
@Service()
export class SecondaryClient {
  readonly #options: Auth0ClientOptions = secondaryOptions();
  readonly #clockSkewMs = inject(CLOCK_SKEW);
  readonly #tenantSession = inject(TenantSession);
  readonly #trace = inject(SessionTrace);
  readonly #tenant = inject(LIGATURE_CONFIG).tenant;

  create(): Auth0Client {
    // Nothing waits for the note: whatever becomes of the attempt, it is kept by then.
    void this.#tenantSession.secondSignInBegins();

    return new Auth0Client({ ...this.#options, cache: new InMemoryCache().enclosedCache });
  }

  /**
   * Begins a sign-in at the tenant, and says where it goes; nothing of it has been asked of the tenant by then.
   * Refused offline, where the browser would show its own words in place of the tenant's page.
   */
  async begin(
    authorizationParams: AuthorizationParams,
  ): Promise<{ readonly address: string; readonly begun: BegunSecondary }> {
    await expectReachable(this.#tenant.origin);
    const startedAtMs = Date.now();
    const { address, state, transaction } = await beginSignIn(
      this.create(),
      this.#tenant.clientId,
      { authorizationParams },
    );

    return { address, begun: { state, transaction, startedAtMs } };
  }

  /** Exchanges the answer to it, which works once; throws what the SDK throws, or {@link SignInError}. */
  async finish(
    { transaction, startedAtMs }: BegunSecondary,
    url: string,
  ): Promise<SecondarySession> {
    const client = this.create();
    await useAnswer(this.#tenant.clientId, transaction, () => client.handleRedirectCallback(url));

    return this.sessionOf(client, startedAtMs);
  }

  /** What a client has after its sign-in; throws {@link SignInError} when that is not to be believed. */
  async sessionOf(client: Auth0Client, startedAtMs: number): Promise<SecondarySession> {
    const tookMs = Date.now() - startedAtMs;
    const idToken = (await client.getIdTokenClaims())?.__raw;
    const accessToken = await client.getTokenSilently({ cacheMode: 'cache-only' });
    if (idToken === undefined || accessToken === undefined) throw new SignInError('sign-in-failed');

    const defect = idTokenDefect(decodeJwt(idToken), {
      issuer: `${this.#tenant.origin}/`,
      clientId: this.#tenant.clientId,
      nowMs: Date.now() + this.#clockSkewMs,
    });
    this.#trace.judged('second', idToken, defect);
    if (defect !== undefined) throw new SignInError(defect);
    const session = new SecondarySession({ idToken, accessToken }, tookMs);
    await this.#tenantSession.signedInAs(session.claims.subject);

    return session;
  }
}
