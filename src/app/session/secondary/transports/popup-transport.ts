import { inject, Service } from '@angular/core';
import type { Observable } from 'rxjs';

import { SecondaryWindow } from './secondary-window';
import type { SecondaryTransport, TransportEvent, TransportRequest } from './secondary-transport';

/** A window that goes to the tenant's own page, which has the person type. */
@Service()
export class PopupTransport implements SecondaryTransport {
  readonly #window = inject(SecondaryWindow);

  signIn({ connection }: TransportRequest): Observable<TransportEvent> {
    return this.#window.signIn(connection, { transport: 'popup', params: { prompt: 'login' } });
  }
}
