import type { Signal } from '@angular/core';
import { toObservable } from '@angular/core/rxjs-interop';
import { signalStoreFeature, withHooks } from '@ngrx/signals';
import { rxMethod } from '@ngrx/signals/rxjs-interop';
import { EMPTY, filter, fromEvent, merge, switchMap, tap, timer, type Observable } from 'rxjs';

import type { UnfinishedLink } from '../identity/link/unfinished-link';
import { needsWatching } from './unfinished-state';

/** How long until a link that another tab is busy with is looked at again, in milliseconds. */
const patience = 5000;

/** Has the account read again when there is reason to think that an unfinished link has moved. */
export const withUnfinishedWatch = (unfinished: Signal<UnfinishedLink>, readAccount: () => void) =>
  signalStoreFeature(
    withHooks({
      onInit() {
        const lookAgain = rxMethod<unknown>(tap(() => readAccount()));
        lookAgain(signsOfChange(() => needsWatching(unfinished())));
        lookAgain(toObservable(unfinished).pipe(switchMap(timeToLook)));
      },
    }),
  );

/** The page comes back into sight, or the connection does, while a link is pending. */
const signsOfChange = (isPending: () => boolean): Observable<unknown> =>
  merge(
    fromEvent(window, 'online').pipe(filter(isPending)),
    fromEvent(document, 'visibilitychange').pipe(filter(() => !document.hidden && isPending())),
    // A page that the browser has kept alive shows what was true when it was left.
    fromEvent<PageTransitionEvent>(window, 'pageshow').pipe(filter(({ persisted }) => persisted)),
  );

/** When a link that moves without us may have moved. */
function timeToLook(link: UnfinishedLink): Observable<unknown> {
  if (link.status === 'elsewhere') return timer(patience);

  return link.status === 'undone' ? timer(Math.max(patience, link.until - Date.now())) : EMPTY;
}
