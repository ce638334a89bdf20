import {
  ApplicationRef,
  effect,
  inject,
  linkedSignal,
  untracked,
  type Signal,
} from '@angular/core';

/** After how long a browser that has not begun to move shows what has changed without moving, in milliseconds. */
const transitionTimeoutMs = 500;

/**
 * What a page shows of a value: the value itself, but for the moment in which the browser looks at the page as it was, so
 * that it can move from there to what comes next. `joins` says between which values something moves.
 */
export function heldWhileJoining<T>(
  current: Signal<T>,
  joins: (before: T, next: T) => boolean,
): Signal<T> {
  const application = inject(ApplicationRef);
  const shown = linkedSignal<T, T>({
    source: current,
    computation: (next, before) =>
      before && canMove() && joins(before.source, next) ? before.value : next,
  });
  const show = (): void => {
    shown.set(untracked(current));
    // The browser looks at the page again as soon as this returns.
    application.tick();
  };
  effect(() => {
    if (current() !== shown()) untracked(() => move(show));
  });

  return shown.asReadonly();
}

/** A page that nobody sees changes at once, as it does in a browser that knows no movement. */
const canMove = (): boolean =>
  'startViewTransition' in document && document.visibilityState === 'visible';

/** Moves from the page as it is to the page as it is after a change, which comes in any case. */
function move(change: () => void): void {
  const transition = document.startViewTransition(() => {
    clearTimeout(late);
    change();
  });
  const late = setTimeout(() => transition.skipTransition(), transitionTimeoutMs);
  // A movement that is skipped, for a page that is hidden by now say, is nothing that anybody misses.
  transition.ready.catch(() => undefined);
}
