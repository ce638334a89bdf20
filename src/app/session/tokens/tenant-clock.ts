import { inject, Service } from '@angular/core';

import { CLOCK_SKEW } from '../../config/clock-skew';

/** Tells the time as the tenant has it, whatever this device's clock says. */
@Service()
export class TenantClock {
  readonly #skewMs = inject(CLOCK_SKEW);

  /** Tells the time by the tenant's clock, in milliseconds since 1970. */
  now(): number {
    return Date.now() + this.#skewMs;
  }

  /** Converts a time of the tenant's clock to this device's clock; both in milliseconds since 1970. */
  onThisDevice(timeMs: number): number {
    return timeMs - this.#skewMs;
  }
}
