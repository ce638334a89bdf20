import { InjectionToken, signal, type Signal } from '@angular/core';

/** Until when the tenant has asked for patience, in milliseconds since 1970 by this device's clock; past, if it has not. */
export const BUSY_UNTIL = new InjectionToken<Signal<number>>('BUSY_UNTIL', {
  factory: () => signal(0).asReadonly(),
});
