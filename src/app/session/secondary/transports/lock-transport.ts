import { inject, Service } from '@angular/core';
import { finalize, type Observable } from 'rxjs';

import { forgetLibraryCookies } from '../client/library-cookies';
import { SecondaryWindow } from './secondary-window';
import { lockAddress } from '../lock/lock-request';
import type { SecondaryTransport, TransportEvent, TransportRequest } from './secondary-transport';

/**
 * A window that shows Auth0's Lock on its way to the tenant. Lock asks by itself, and the tenant would ask again;
 * `max_age` sees to it that it has been asked now.
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
