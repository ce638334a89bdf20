import { inject, Service } from '@angular/core';

import { CLOCK_SKEW } from '../../config/clock-skew';

/** The time as the tenant has it, whatever this device says. */
@Service()
export class TenantClock {
  readonly #skewMs = inject(CLOCK_SKEW);

  /** In milliseconds since 1970. */
  now(): number {
    return Date.now() + this.#skewMs;
  }

  /** When it is that time by this device's clock. */
  onThisDevice(timeMs: number): number {
    return timeMs - this.#skewMs;
  }
}
