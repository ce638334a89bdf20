import { inject, Service } from '@angular/core';
import {
  Auth0Client,
  InMemoryCache,
  type Auth0ClientOptions,
  type AuthorizationParams,
} from '@auth0/auth0-spa-js';

import { LIGATURE_CONFIG } from '../../../config/ligature-config';
import { idTokenDefect } from '../../../identity/sign-in/id-token';
import { decodeJwt } from '../../../identity/sign-in/jwt';
import { beginSignIn, useAnswer, type BegunSecondary } from '../../sign-in/begun-sign-in';
import { secondaryOptions } from '../../sign-in/client-options';
import { expectReachable } from '../../sign-in/expect-able-to-leave';
import { SessionTrace } from '../../sign-in/session-trace';
import { SignInError } from '../../sign-in/sign-in-error';
import { TenantClock } from '../../tokens/tenant-clock';
import { TenantSession } from '../../user/tenant-session';
import { SecondarySession } from './secondary-session';

/**
 * Makes the SDK's client of a second sign-in, and judges what it gets: a new client for each attempt, which signs
 * nobody out and keeps its tokens in its own memory.
 */
@Service()
export class SecondaryClient {
  readonly #options: Auth0ClientOptions = secondaryOptions();
  readonly #clock = inject(TenantClock);
  readonly #tenantSession = inject(TenantSession);
  readonly #trace = inject(SessionTrace);
  readonly #tenant = inject(LIGATURE_CONFIG).tenant;

  /** Makes a client, and notes that the tenant's session may be somebody else's from now on. */
  create(): Auth0Client {
    // Nothing waits for the note: whatever becomes of the attempt, it is kept by then.
    void this.#tenantSession.secondSignInBegins();

    return new Auth0Client({ ...this.#options, cache: new InMemoryCache().enclosedCache });
  }

  /**
   * Begins a sign-in, and gives the tenant's address to go to; nothing has been sent to the tenant by then. Fails with
   * `LeavingError` offline, where the browser would show its own error page.
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

  /** Exchanges the answer to a sign-in, which works once. Fails with what the SDK throws, or {@link SignInError}. */
  async finish(
    { transaction, startedAtMs }: BegunSecondary,
    url: string,
  ): Promise<SecondarySession> {
    const client = this.create();
    await useAnswer(this.#tenant.clientId, transaction, () => client.handleRedirectCallback(url));

    return this.sessionOf(client, startedAtMs);
  }

  /** Takes what a client has got. Fails with {@link SignInError} where its ID token is not to be believed. */
  async sessionOf(client: Auth0Client, startedAtMs: number): Promise<SecondarySession> {
    const tookMs = Date.now() - startedAtMs;
    const idToken = (await client.getIdTokenClaims())?.__raw;
    const accessToken = await client.getTokenSilently({ cacheMode: 'cache-only' });
    if (idToken === undefined || accessToken === undefined) throw new SignInError('sign-in-failed');

    const defect = idTokenDefect(decodeJwt(idToken), {
      issuer: `${this.#tenant.origin}/`,
      clientId: this.#tenant.clientId,
      nowMs: this.#clock.now(),
    });
    this.#trace.judged('second', idToken, defect);
    if (defect !== undefined) throw new SignInError(defect);
    const session = new SecondarySession({ idToken, accessToken }, tookMs);
    await this.#tenantSession.signedInAs(session.claims.subject);

    return session;
  }
}
