import { EMPTY, filter, fromEvent, interval, merge, timer, type Observable } from 'rxjs';

import type { UnfinishedLink } from '../identity/link/unfinished-link';

/** How long until a link is looked at again that another tab is busy with, or that may have arrived; in milliseconds. */
const patience = 5000;
/** How often it is looked after a link that was taken back and may arrive, in milliseconds. */
const everySoOften = 10_000;

/** Emits when the page comes back into sight, or the connection does, while a link is pending. */
export const signsOfChange = (isPending: () => boolean): Observable<unknown> =>
  merge(
    fromEvent(window, 'online').pipe(filter(isPending)),
    fromEvent(document, 'visibilitychange').pipe(filter(() => !document.hidden && isPending())),
    // A page that the browser has kept alive shows what was true when it was left.
    fromEvent<PageTransitionEvent>(window, 'pageshow').pipe(filter(({ persisted }) => persisted)),
  );

/** Emits when a link that moves without us may have moved. */
export function timeToLook(link: UnfinishedLink): Observable<unknown> {
  switch (link.status) {
    case 'elsewhere':
      return timer(patience);
    case 'undone':
      // It may arrive at any time, and another device may be the one that finishes it.
      return merge(timer(until(link.until)), interval(everySoOften));
    case 'unknown':
      return merge(timer(until(link.until)), interval(patience));
    case 'open':
      return link.busyUntil === undefined ? EMPTY : timer(until(link.busyUntil));
    default:
      return EMPTY;
  }
}

const until = (time: number): number => Math.max(1000, time - Date.now());
