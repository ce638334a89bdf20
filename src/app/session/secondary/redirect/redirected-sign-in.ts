import { inject, Service } from '@angular/core';

import type { Connection } from '../../../identity/connection';
import { PendingSignIn, type Returned } from '../../sign-in/pending-sign-in';
import { SessionTrace } from '../../sign-in/session-trace';
import { SignInError } from '../../sign-in/sign-in-error';
import type { SignInPurpose, PutBackPurpose } from '../../sign-in/sign-in-purpose';
import { SecondaryClient } from '../client/secondary-client';
import type { SecondarySession } from '../client/secondary-session';

type Exchange = () => Promise<SecondarySession>;

/** The second sign-in that takes the whole page. */
@Service()
export class RedirectedSignIn {
  readonly #pending = inject(PendingSignIn);
  readonly #second = inject(SecondaryClient);
  readonly #trace = inject(SessionTrace);

  /** Refused with `no-storage` where the first person would not be there any more on return. */
  async leave(purpose: SignInPurpose): Promise<never> {
    if (!(await this.#pending.canLeave())) throw new SignInError('no-storage');
    this.#trace.leaves(purpose);

    const { connection } = purpose;
    const { address, begun } = await this.#second.begin({ connection, prompt: 'login' });
    await this.#pending.begin({ purpose, ...begun });
    window.location.assign(address);

    // The browser is on its way; nothing here is to go on.
    return new Promise<never>(() => undefined);
  }

  /** How to exchange the code that came back for a link with this connection; `undefined` when none did. */
  returned({ name }: Connection): Exchange | undefined {
    const returned = this.#pending.take('link');

    return returned?.pending.purpose.connection === name ? this.#exchangeOf(returned) : undefined;
  }

  /** How to exchange the code that came back for settings that are to go back, and which; `undefined` when none did. */
  returnedToPutBack():
    { readonly purpose: PutBackPurpose; readonly exchange: Exchange } | undefined {
    const returned = this.#pending.take('putBack');

    return returned && { purpose: returned.pending.purpose, exchange: this.#exchangeOf(returned) };
  }

  #exchangeOf({ pending: { purpose, ...begun }, url }: Returned): Exchange {
    return () => {
      this.#trace.signIn({
        who: 'second',
        step: 'returned',
        transport: 'redirect',
        connection: purpose.connection,
      });

      return this.#second.finish(begun, url);
    };
  }
}
