import { inject, Service } from '@angular/core';
import { finalize, type Observable } from 'rxjs';

import { forgetLibraryCookies } from '../client/library-cookies';
import { SecondaryWindow } from './secondary-window';
import { lockAddress } from '../lock/lock-request';
import type { SecondaryTransport, TransportEvent, TransportRequest } from './secondary-transport';

/**
 * Signs in in a window that shows Auth0's Lock on its way to the tenant. Lock asks for credentials, so no `prompt` has
 * the tenant ask again; `max_age` makes sure that the person has been asked now.
 */
@Service()
export class LockTransport implements SecondaryTransport {
  readonly #window = inject(SecondaryWindow);

  signIn({ connection }: TransportRequest): Observable<TransportEvent> {
    return this.#window
      .signIn(connection, { transport: 'lock', by: lockAddress })
      .pipe(finalize(forgetLibraryCookies));
  }
}
