import { inject, Service } from '@angular/core';
import { defer, ignoreElements, map, type Observable } from 'rxjs';

import { PendingSignIn, type Returned } from '../../sign-in/pending-sign-in';
import { SessionTrace } from '../../sign-in/session-trace';
import { SignInError } from '../../sign-in/sign-in-error';
import type { PurposeOf, SignInPurpose } from '../../sign-in/sign-in-purpose';
import { SecondaryClient } from '../client/secondary-client';
import type { SecondarySession } from '../client/secondary-session';
import type {
  Resumed,
  SecondaryTransport,
  TransportEvent,
  TransportRequest,
} from './secondary-transport';

/** Signs in on the full page, which goes to the tenant and comes back with an answer. */
@Service()
export class RedirectTransport implements SecondaryTransport {
  readonly #pending = inject(PendingSignIn);
  readonly #second = inject(SecondaryClient);
  readonly #trace = inject(SessionTrace);

  /** Leaves the page, and completes without an event: a page that Back restores may leave again. */
  signIn({ purpose }: TransportRequest): Observable<TransportEvent> {
    return defer(() => this.#leave(purpose)).pipe(ignoreElements());
  }

  resume<Kind extends SignInPurpose['kind']>(
    kind: Kind,
  ): Resumed<PurposeOf<Kind>, TransportEvent> | undefined {
    const returned = this.#pending.take(kind);

    return (
      returned && {
        purpose: returned.pending.purpose,
        events: defer(() => this.#finish(returned)).pipe(
          map((result) => ({ kind: 'signedIn', result })),
        ),
      }
    );
  }

  /** Leaves the page. Fails with `no-storage` where the first person would not be signed in any more on return. */
  async #leave(purpose: SignInPurpose): Promise<void> {
    if (!(await this.#pending.canLeave())) throw new SignInError('no-storage');
    this.#trace.leaves(purpose);

    const { connection } = purpose;
    const { address, begun } = await this.#second.begin({ connection, prompt: 'login' });
    await this.#pending.begin({ purpose, ...begun });
    window.location.assign(address);
  }

  #finish({ pending: { purpose, ...begun }, url }: Returned): Promise<SecondarySession> {
    const { connection } = purpose;
    this.#trace.signIn({ who: 'second', step: 'returned', transport: 'redirect', connection });

    return this.#second.finish(begun, url);
  }
}
