import { inject, Service } from '@angular/core';
import { Auth0Client, InMemoryCache, type Auth0ClientOptions } from '@auth0/auth0-spa-js';
import { catchError, defer, throwError, type Observable } from 'rxjs';

import { LIGATURE_CONFIG } from '../../config/ligature-config';
import { SealedCache } from '../sealed/sealed-cache';
import { beginSignIn, useAnswer } from '../sign-in/begun-sign-in';
import { confirmationOptions } from '../sign-in/client-options';
import { expectReachable } from '../sign-in/expect-able-to-leave';
import { SessionTrace } from '../sign-in/session-trace';
import { SignInError } from '../sign-in/sign-in-error';
import { PinnedUser, SEALED_STORE } from '../user/pinned-user';
import { TenantSession } from '../user/tenant-session';
import { hintFor, type User } from '../user/user';
import { SignInWindow, type Visit, type WindowEvent } from '../window/sign-in-window';
import { PrimarySession } from './primary-session';

/** "Confirm it's you": the first person signs in once more, and stays, or comes back to, where they are. */
@Service()
export class PrimaryConfirmation {
  readonly #window = inject(SignInWindow);
  readonly #session = inject(PrimarySession);
  readonly #store = inject(SEALED_STORE);
  readonly #tenantSession = inject(TenantSession);
  readonly #trace = inject(SessionTrace);
  readonly #options: Auth0ClientOptions = confirmationOptions();
  readonly #tenant = inject(LIGATURE_CONFIG).tenant;

  /** To be called during a click. Whoever else signs in is refused with `wrong-person`, and not kept. */
  confirm(): Observable<WindowEvent<void>> {
    return this.#window.run((visit) => this.#confirmIn(visit));
  }

  /**
   * On the whole page, which comes back to `target`; there, whoever else has signed in is not this tab's person.
   * Refused with `no-storage` where nobody would know on return whose tab it is. Fails with {@link SignInError}.
   */
  leave(target: string): Observable<never> {
    return defer(() => this.#leave(target)).pipe(
      catchError((cause: unknown) => throwError(() => SignInError.from(cause))),
    );
  }

  async #leave(target: string): Promise<never> {
    if (!(await this.#store.outlivesThePage())) throw new SignInError('no-storage');
    await this.#user();
    await this.#session.signIn(target);

    // The browser is on its way; nothing here is to go on.
    return new Promise<never>(() => undefined);
  }

  async #user(): Promise<User> {
    const user = await new PinnedUser(this.#store).read();
    if (user === undefined) throw new SignInError('wrong-person');

    return user;
  }

  async #confirmIn(visit: Visit): Promise<void> {
    await expectReachable(this.#tenant.origin);
    const user = await this.#user();
    this.#trace.signIn({ who: 'confirmation', step: 'opened', transport: 'popup' });
    const cache = new InMemoryCache().enclosedCache;
    const client = new Auth0Client({ ...this.#options, cache });
    const begun = await beginSignIn(client, this.#tenant.clientId, {
      authorizationParams: { prompt: 'login', ...hintFor(user) },
    });
    const url = await visit(begun);
    await useAnswer(this.#tenant.clientId, begun.transaction, () =>
      client.handleRedirectCallback(url),
    );
    const claims = await client.getIdTokenClaims();
    const subject: unknown = claims?.['sub'];
    this.#trace.signIn({ who: 'confirmation', step: 'returned' });
    if (subject !== user.subject) {
      await this.#tenantSession.signedInAs(String(subject));
      throw new SignInError('wrong-person');
    }

    // The same person's fresh tokens take the place of the old ones.
    const sealed = new SealedCache(this.#store);
    for (const key of (await cache.allKeys?.()) ?? []) await sealed.set(key, await cache.get(key));
    this.#tenantSession.givenBack();
  }
}
