import { inject, Service } from '@angular/core';

import type { Connection } from '../../../identity/connection';
import { PendingSignIn, type Returned } from '../../sign-in/pending-sign-in';
import { SessionTrace } from '../../sign-in/session-trace';
import { SignInError } from '../../sign-in/sign-in-error';
import type { Errand, PutBackErrand } from '../../sign-in/sign-in-purpose';
import { SecondClient } from '../client/secondary-client';
import type { SecondSession } from '../client/secondary-session';

type Exchange = () => Promise<SecondSession>;

/** The second sign-in that takes the whole page. */
@Service()
export class RedirectedSignIn {
  readonly #pending = inject(PendingSignIn);
  readonly #second = inject(SecondClient);
  readonly #trace = inject(SessionTrace);

  /** Refused with `no-storage` where the first person would not be there any more on return. */
  async leave(errand: Errand): Promise<never> {
    if (!(await this.#pending.canLeave())) throw new SignInError('no-storage');
    this.#trace.leaves(errand);

    const { connection } = errand;
    const { address, begun } = await this.#second.begin({ connection, prompt: 'login' });
    await this.#pending.begin({ errand, ...begun });
    window.location.assign(address);

    // The browser is on its way; nothing here is to go on.
    return new Promise<never>(() => undefined);
  }

  /** How to exchange the code that came back for a link with this connection; `undefined` when none did. */
  returned({ name }: Connection): Exchange | undefined {
    const returned = this.#pending.take('link');

    return returned?.pending.errand.connection === name ? this.#exchangeOf(returned) : undefined;
  }

  /** The same for settings that are to go back, and which. */
  returnedToPutBack(): { readonly errand: PutBackErrand; readonly exchange: Exchange } | undefined {
    const returned = this.#pending.take('putBack');

    return returned && { errand: returned.pending.errand, exchange: this.#exchangeOf(returned) };
  }

  #exchangeOf({ pending: { errand, ...begun }, url }: Returned): Exchange {
    return () => {
      this.#trace.signIn({
        who: 'second',
        step: 'returned',
        transport: 'redirect',
        connection: errand.connection,
      });

      return this.#second.finish(begun, url);
    };
  }
}
