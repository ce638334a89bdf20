import { inject, Service } from '@angular/core';
import { catchError, defer, throwError, type Observable } from 'rxjs';

import type { Connection } from '../../identity/connection';
import type { PutBackRequest } from '../../identity/settings/set-aside';
import type { BegunSecondary } from '../sign-in/begun-sign-in';
import { SessionTrace } from '../sign-in/session-trace';
import { SignInError } from '../sign-in/sign-in-error';
import type { SignInPurpose, PutBackPurpose } from '../sign-in/sign-in-purpose';
import { SignInWindow, type Visit, type WindowEvent } from '../window/sign-in-window';
import { forgetLibraryCookies } from './client/library-cookies';
import { SecondaryClient } from './client/secondary-client';
import type { SecondarySession } from './client/secondary-session';
import { lockAddress } from './lock/lock-request';
import { RedirectedSignIn } from './redirect/redirected-sign-in';

/** What a page was left for that has come back to put settings back, and who has signed in meanwhile. */
export interface ReturnedToPutBack {
  readonly purpose: PutBackPurpose;
  readonly session: Observable<SecondarySession>;
}

/** Finds out who else the person is, without touching who they are signed in as. */
@Service()
export class SecondaryAuthService {
  readonly #window = inject(SignInWindow);
  readonly #second = inject(SecondaryClient);
  readonly #redirected = inject(RedirectedSignIn);
  readonly #trace = inject(SessionTrace);

  /** In a window of its own, opened in this very call. Fails with {@link SignInError}. */
  signInByPopup(connection: Connection): Observable<WindowEvent<SecondarySession>> {
    return this.#window.run((visit) => this.#sessionFrom(visit, connection));
  }

  /** Leaves this page for the tenant's. It comes back to the same wizard; fails with {@link SignInError}. */
  leaveToSignIn({ name }: Connection): Observable<never> {
    return this.#leave({ kind: 'link', connection: name });
  }

  /** Leaves this page to prove the account that settings go back to; comes back to the account page, and links nothing. */
  leaveToPutBack({ connection, holder, owner }: PutBackRequest): Observable<never> {
    return this.#leave({ kind: 'putBack', connection: connection.name, holder, owner });
  }

  /** What came of a sign-in for which the wizard was left, if that is how this page was reached. */
  returned(connection: Connection): Observable<SecondarySession> | undefined {
    const exchange = this.#redirected.returned(connection);

    return exchange && defer(exchange).pipe(catchError(asSignInError));
  }

  /** What came of a sign-in that settings were waiting for, and which. */
  returnedToPutBack(): ReturnedToPutBack | undefined {
    const returned = this.#redirected.returnedToPutBack();

    return (
      returned && {
        purpose: returned.purpose,
        session: defer(returned.exchange).pipe(catchError(asSignInError)),
      }
    );
  }

  bringToFront(): void {
    this.#window.bringToFront();
  }

  #leave(purpose: SignInPurpose): Observable<never> {
    return defer(() => this.#redirected.leave(purpose)).pipe(catchError(asSignInError));
  }

  async #sessionFrom(visit: Visit, { name, transport }: Connection): Promise<SecondarySession> {
    const isByLock = transport === 'lock';
    this.#trace.signIn({
      who: 'second',
      step: 'opened',
      transport: isByLock ? 'lock' : 'popup',
      connection: name,
    });
    const answer = await (isByLock ? this.#byLock(visit, name) : this.#byTenant(visit, name));
    this.#trace.signIn({ who: 'second', step: 'returned', connection: name });

    return this.#second.finish(answer.begun, answer.url);
  }

  async #byTenant(visit: Visit, connection: string): Promise<WindowAnswer> {
    const { address, begun } = await this.#second.begin({ connection, prompt: 'login' });

    return { begun, url: await visit({ address, state: begun.state }) };
  }

  /** Lock asks by itself, and the tenant would ask again; `max_age` sees to it that it has been asked now. */
  async #byLock(visit: Visit, connection: string): Promise<WindowAnswer> {
    try {
      const { address, begun } = await this.#second.begin({ connection });

      return { begun, url: await visit({ address: lockAddress(address), state: begun.state }) };
    } finally {
      forgetLibraryCookies();
    }
  }
}

/** The address that a window has come back with, and what it answers. */
interface WindowAnswer {
  readonly begun: BegunSecondary;
  readonly url: string;
}

const asSignInError = (cause: unknown): Observable<never> =>
  throwError(() => SignInError.from(cause));
