import { inject, Service } from '@angular/core';
import { Auth0Client, InMemoryCache, type Auth0ClientOptions } from '@auth0/auth0-spa-js';
import { catchError, defer, throwError, type Observable } from 'rxjs';

import { LIGATURE_CONFIG } from '../../config/ligature-config';
import { beginSignIn, useAnswer } from '../sign-in/begun-sign-in';
import { linkCallbackUrl } from '../sign-in/callback-url';
import { primaryOptions } from '../sign-in/client-options';
import { expectReachable } from '../sign-in/expect-able-to-leave';
import { SessionTrace } from '../sign-in/session-trace';
import { SignInError } from '../sign-in/sign-in-error';
import { askedMethod } from '../storage/asked-method';
import { PinnedUser, SEALED_STORE } from '../user/pinned-user';
import { TenantSession } from '../user/tenant-session';
import { hintFor, type User } from '../user/user';
import { SignInWindow, type Visit, type WindowEvent } from '../window/sign-in-window';
import { PrimarySession } from './primary-session';
import { injectSide } from './side/side-in-time';

/** Has the first person confirm who they are ("Confirm it's you"), in a window or on the full page. */
@Service()
export class PrimaryConfirmation {
  readonly #window = inject(SignInWindow);
  readonly #session = inject(PrimarySession);
  readonly #side = injectSide();
  readonly #store = inject(SEALED_STORE);
  readonly #tenantSession = inject(TenantSession);
  readonly #trace = inject(SessionTrace);
  readonly #options: Auth0ClientOptions = primaryOptions(linkCallbackUrl());
  readonly #tenant = inject(LIGATURE_CONFIG).tenant;

  /**
   * Has them confirm in a window. To be called during a click, since the window opens in this very call. Fails with
   * {@link SignInError}: with `wrong-person` where somebody else signs in, of whom nothing is kept.
   */
  confirm(): Observable<WindowEvent<void>> {
    return this.#window.run((visit) => this.#confirmIn(visit));
  }

  /**
   * Has them confirm on the full page, which comes back to `target` and knows there if somebody else has signed in.
   * Fails with {@link SignInError}: with `no-storage` where the page would not know on return whose tab it is.
   */
  leave(target: string): Observable<never> {
    return defer(() => this.#leave(target)).pipe(
      catchError((cause: unknown) => throwError(() => SignInError.from(cause))),
    );
  }

  async #leave(target: string): Promise<never> {
    if (!(await this.#store.outlivesThePage())) throw new SignInError('no-storage');
    await this.#user();
    await this.#session.signInAgain(target);

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
    const connection = askedMethod.read();
    const begun = await beginSignIn(client, this.#tenant.clientId, {
      authorizationParams: {
        prompt: 'login',
        ...(connection === undefined ? hintFor(user) : { connection }),
      },
    });
    const url = await visit(begun);
    await useAnswer(this.#tenant.clientId, begun.transaction, () =>
      client.handleRedirectCallback(url),
    );
    const claims = await client.getIdTokenClaims();
    const subject: unknown = claims?.['sub'];
    this.#trace.signIn({ who: 'confirmation', step: 'returned' });
    if (claims === undefined || subject !== user.subject) {
      await this.#tenantSession.signedInAs(String(subject));
      // What they have signed in by may be unlinked by now; the tenant's own page offers the rest.
      askedMethod.note(undefined);
      throw new SignInError('wrong-person');
    }

    const side = await this.#side();
    await side.keepConfirmed({ claims, cache });
    this.#tenantSession.givenBack();
  }
}
