import { inject, Service, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { fromEvent, merge } from 'rxjs';

import { LIGATURE_CONFIG } from '../config/ligature-config';
import { isOffline } from '../session/sign-in/is-offline';

/** Whether nothing can be sent now, so that it is said before somebody presses anything in vain. */
@Service()
export class Offline {
  readonly #tenant = inject(LIGATURE_CONFIG).tenant;
  readonly #isNow = signal(false);

  readonly isNow = this.#isNow.asReadonly();

  constructor() {
    void this.#look();
    merge(fromEvent(window, 'offline'), fromEvent(window, 'online'))
      .pipe(takeUntilDestroyed())
      .subscribe(() => void this.#look());
  }

  /** A device that calls itself offline may still reach a tenant in its own network, so the tenant is asked. */
  async #look(): Promise<void> {
    const found = await isOffline(this.#tenant.origin);
    // It may be online again by now.
    this.#isNow.set(found && !navigator.onLine);
  }
}
