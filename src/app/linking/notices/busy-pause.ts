import { computed, inject, InjectionToken, signal, type Signal } from '@angular/core';

/** The pause that is made because the tenant is busy. */
export interface BusyPause {
  /** Until when it lasts, in milliseconds since 1970 by this device's clock; past, if there is none. */
  readonly untilMs: Signal<number>;
  /** Ends it at once, and says whether it has; where that is too early, it goes on. */
  readonly end: () => boolean;
}

export const BUSY_PAUSE = new InjectionToken<BusyPause>('BUSY_PAUSE', {
  factory: () => ({ untilMs: signal(0).asReadonly(), end: () => false }),
});

/** How many seconds are left of a pause; none, if there is none. It is looked at whenever the clock ticks. */
export function busySeconds(clock: Signal<number>): Signal<number> {
  const { untilMs } = inject(BUSY_PAUSE);

  return computed(() => {
    clock();
    const leftMs = untilMs() - Date.now();

    return leftMs > 0 ? Math.max(1, Math.round(leftMs / 1000)) : 0;
  });
}
