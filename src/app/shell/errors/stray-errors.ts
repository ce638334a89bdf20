import { inject } from '@angular/core';

import { DiscreetErrorHandler } from './discreet-error-handler';

/**
 * Hears of errors that nobody has caught and no page was being drawn for: a promise, a timer, something in the browser.
 * They are told as discreetly, and the page goes on.
 */
export function hearStrayErrors(): void {
  const handler = inject(DiscreetErrorHandler);
  window.addEventListener('unhandledrejection', (event) => {
    handler.note(event.reason);
    event.preventDefault();
  });
  window.addEventListener('error', (event) => {
    handler.note(event.error ?? new Error(event.message));
    // The browser would print all of it.
    event.preventDefault();
  });
}
