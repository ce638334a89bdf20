import { inject, Service } from '@angular/core';

import type { Connection } from '../../identity/connection';
import { PendingLink } from './pending-link';
import { SecondClient } from './second-client';
import type { SecondSession } from './second-session';
import { SessionTrace } from '../session-trace';
import { SignInError } from '../sign-in-error';

/** The second sign-in that takes the whole page. */
@Service()
export class RedirectedSignIn {
  readonly #pending = inject(PendingLink);
  readonly #second = inject(SecondClient);
  readonly #trace = inject(SessionTrace);

  /** Refused with `no-storage` where the first person would not be there any more on return. */
  async leave({ name }: Connection): Promise<never> {
    if (!(await this.#pending.canLeave())) throw new SignInError('no-storage');
    this.#trace.leaves(name);

    await this.#second.create().loginWithRedirect({
      authorizationParams: { connection: name, prompt: 'login' },
      openUrl: async (url) => {
        const state = new URL(url).searchParams.get('state') ?? '';
        await this.#pending.begin({ connection: name, state, startedAt: Date.now() });
        window.location.assign(url);
      },
    });

    // The browser is on its way; nothing here is to go on.
    return new Promise<never>(() => undefined);
  }

  /** Exchanges the code that came back for this connection; `undefined` when none did. */
  returned({ name }: Connection): (() => Promise<SecondSession>) | undefined {
    const returned = this.#pending.take(name);

    return (
      returned &&
      (async () => {
        const client = this.#second.create();
        this.#trace.signIn({
          who: 'second',
          step: 'returned',
          transport: 'redirect',
          connection: name,
        });
        await client.handleRedirectCallback(returned.url);

        return this.#second.sessionOf(client, returned.pending.startedAt);
      })
    );
  }
}
