import { DestroyRef, inject, signal, type Signal } from '@angular/core';

/** What this device's clock shows, in milliseconds since 1970, twice a second for as long as the view lives. */
export function tickingClock(): Signal<number> {
  const nowMs = signal(Date.now());
  const tick = setInterval(() => nowMs.set(Date.now()), 500);
  inject(DestroyRef).onDestroy(() => clearInterval(tick));

  return nowMs.asReadonly();
}
