import { linkedSignal, type Signal } from '@angular/core';

/**
 * Tells which of several has spoken last; what each says is compared with what it said before, and `undefined` says
 * nothing. It stays that one when it is silent again: what was said before it does not come back.
 */
export const newestOf = <Voice extends string>(
  said: () => Readonly<Record<Voice, unknown>>,
): Signal<Voice | undefined> =>
  linkedSignal<Readonly<Record<Voice, unknown>>, Voice | undefined>({
    source: said,
    computation: (now, before) =>
      (Object.keys(now) as Voice[]).find(
        (voice) => now[voice] !== undefined && now[voice] !== before?.source[voice],
      ) ?? before?.value,
  });
