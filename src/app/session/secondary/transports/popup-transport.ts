import { inject, Service } from '@angular/core';
import type { Observable } from 'rxjs';

import { SecondaryWindow } from './secondary-window';
import type { SecondaryTransport, TransportEvent, TransportRequest } from './secondary-transport';

/** Signs in in a window that shows the tenant's own page, which asks for credentials. */
@Service()
export class PopupTransport implements SecondaryTransport {
  readonly #window = inject(SecondaryWindow);

  signIn({ connection }: TransportRequest): Observable<TransportEvent> {
    return this.#window.signIn(connection, { transport: 'popup', params: { prompt: 'login' } });
  }
}
