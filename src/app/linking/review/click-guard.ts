import {
  DOCUMENT,
  DestroyRef,
  effect,
  inject,
  signal,
  untracked,
  type Signal,
} from '@angular/core';

/** How long something has to be in front of a person before a click can be meant for it, in milliseconds. */
const longEnoughMs = 600;

/**
 * Whether the page has been in front of the person for long enough, since it was there or `replaced` has changed. A
 * click that began before it was there, on a window above it or on what it replaced, is not meant for it: that is how
 * clicks are stolen.
 */
export function clickGuard(replaced: Signal<unknown>): Signal<boolean> {
  const document = inject(DOCUMENT);
  const window = document.defaultView;
  const isPaid = signal(false);
  let wait: ReturnType<typeof setTimeout> | undefined;

  function beginAgain(): void {
    clearTimeout(wait);
    isPaid.set(false);
    if (!document.hidden) wait = setTimeout(() => isPaid.set(true), longEnoughMs);
  }

  document.addEventListener('visibilitychange', beginAgain);
  window?.addEventListener('focus', beginAgain);
  inject(DestroyRef).onDestroy(() => {
    clearTimeout(wait);
    document.removeEventListener('visibilitychange', beginAgain);
    window?.removeEventListener('focus', beginAgain);
  });
  effect(() => {
    replaced();
    untracked(beginAgain);
  });

  return isPaid.asReadonly();
}
