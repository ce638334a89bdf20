import { inject, Service } from '@angular/core';
import type { AuthorizationParams } from '@auth0/auth0-spa-js';
import { startWith, type Observable } from 'rxjs';

import type { Connection } from '../../../identity/connection';
import type { Transport } from '../../../identity/transport-kinds';
import { SessionTrace } from '../../sign-in/session-trace';
import { SignInWindow } from '../../window/sign-in-window';
import { SecondaryClient } from '../client/secondary-client';
import type { TransportEvent } from './secondary-transport';

/** What a window is opened for: by which transport, with what request, and by way of which page. */
export interface WindowTravel {
  readonly transport: Transport;
  readonly params?: AuthorizationParams;
  /** Where the window goes, given the tenant's own address. */
  readonly by?: (authorizeUrl: string) => string;
}

/** Signs a second person in in a window; the transports that open one share it. */
@Service()
export class SecondaryWindow {
  readonly #window = inject(SignInWindow);
  readonly #second = inject(SecondaryClient);
  readonly #trace = inject(SessionTrace);

  /** Opens the window in this very call, and reports what comes of it. Fails with `SignInError`. */
  signIn(
    { name: connection }: Connection,
    { transport, params, by = (authorizeUrl) => authorizeUrl }: WindowTravel,
  ): Observable<TransportEvent> {
    return this.#window
      .run(async (visit) => {
        this.#trace.signIn({ who: 'second', step: 'opened', transport, connection });
        const { address, begun } = await this.#second.begin({ connection, ...params });
        const url = await visit({ address: by(address), state: begun.state });
        this.#trace.signIn({ who: 'second', step: 'returned', connection });

        return this.#second.finish(begun, url);
      })
      .pipe(startWith<TransportEvent>({ kind: 'windowAwaited' }));
  }
}
