import { computed, DestroyRef, inject, type Injector } from '@angular/core';
import { toObservable } from '@angular/core/rxjs-interop';
import { patchState, signalStore, withMethods, withProps, withState } from '@ngrx/signals';
import { rxMethod } from '@ngrx/signals/rxjs-interop';
import {
  EMPTY,
  exhaustMap,
  filter,
  from,
  fromEvent,
  interval,
  merge,
  Subject,
  switchMap,
  takeUntil,
  tap,
  timer,
  type Observable,
} from 'rxjs';

import { holdsSubject, type Account } from '../../identity/account';
import { journalOf, type Journal } from '../../identity/link/journal';
import type { UnfinishedLink } from '../../identity/link/unfinished-link';
import type { LinkEvent } from '../../saga/link/link-result';
import { LinkSaga } from '../../saga/link/link-saga';
import type { OpenLink } from '../../saga/link/reconcile-link';
import type { LinkParty } from '../../saga/ports/link-parties';
import { SentLink } from '../../session/storage/sent-link';
import { TenantClock } from '../../session/tokens/tenant-clock';
import { TenantSession } from '../../session/user/tenant-session';
import type { AccountRead } from '../account/signed-in-account-state';
import { SignedInAccountStore } from '../account/signed-in-account-store';
import { ObservedLink, type LeftLink } from '../store/observed-link';
import * as state from './unfinished-state';

/**
 * What is known of a link that was left unfinished, whenever the account is read, and a way to undo one. Provided by
 * the `account` route; it looks after the link for as long as a page shows it.
 */
export const UnfinishedLinkStore = signalStore(
  withState(state.linkIs({ status: 'none' })),
  withProps(() => ({
    _account: inject(SignedInAccountStore),
    _saga: inject(LinkSaga),
    _clock: inject(TenantClock),
    _tenantSession: inject(TenantSession),
    _observed: inject(ObservedLink),
    _sent: inject(SentLink),
    _pageLeft: new Subject<void>(),
  })),
  withMethods((store) => {
    /** The account has no journal, or none any more; what was shown of it is over. */
    function over(account: Account): void {
      const shown = store.link();
      if (!state.needsWatching(shown)) return;
      const known = state.overAs(shown, account, Date.now());
      if (known.status !== 'unknown') store._sent.forget();
      // In the same moment, so that nothing says of its account that it was not linked.
      if (known.status === 'finished') store._tenantSession.givenBack();
      patchState(store, state.linkIs(known));
    }

    function found(account: Account, link: OpenLink): void {
      if (link.status === 'none') {
        over(account);

        return;
      }
      // The account tells all there is to know of it.
      store._sent.forget();
      // Whoever signed in for this link has the tenant's own session, and is this person now.
      if (link.status === 'closed') store._tenantSession.givenBack();
      const shown = state.foundAs(link, (tenantMs) => store._clock.onThisDevice(tenantMs));
      patchState(store, state.linkIs(shown));
      if (link.status === 'closed') store._account.readAccount();
    }

    function undone(journal: Journal, event: LinkEvent): void {
      if (event.kind === 'phase') return;
      const { result } = event;
      if (result.kind !== 'changed') {
        patchState(store, state.linkIs(state.undoneAs(journal, result)));
      }
      store._account.readAccount();
    }

    return {
      _reconcile: rxMethod<AccountRead>(
        // switchMap: the newest reading is the one that counts.
        switchMap((read) => {
          if (read.status !== 'read') return EMPTY;
          const { account } = read;
          void store._tenantSession.settle((subject) => holdsSubject(account, subject));
          // What this tab is busy with itself is not unfinished, and nobody else's.
          if (state.isRunning(store.link(), account)) return EMPTY;
          if (journalOf(account.settings) === undefined) {
            over(account);

            return EMPTY;
          }

          return store._saga.reconcile(account).pipe(
            tap((link) => found(account, link)),
            takeUntil(store._pageLeft),
          );
        }),
      ),
      /** Shows the link whose page was left, and takes note of its end. */
      _showLeft: rxMethod<LeftLink | undefined>(
        tap((left) => {
          if (left === undefined) return;
          patchState(store, state.linkIs(state.leftAs(left, Date.now())));
          if (left.result === undefined) return;
          store._observed.seen();
          store._account.readAccount();
        }),
      ),
      /** Takes up the link that was on its way when the page was loaded, if there is one. */
      _showSent: rxMethod<void>(
        switchMap(() =>
          from(store._sent.read()).pipe(
            tap((sent) => {
              // By now a journal may have been found, or this tab be known to be busy with it.
              if (sent === undefined || store.link().status !== 'none') return;
              patchState(store, state.linkIs(state.sentIs(sent)));
              const read = store._account.read();
              if (read.status === 'read') over(read.account);
            }),
            takeUntil(store._pageLeft),
          ),
        ),
      ),
      _lookAgain: rxMethod<unknown>(tap(() => store._account.readAccount())),
      // exhaustMap: a second press changes nothing.
      undo: rxMethod<{ journal: Journal; kept?: LinkParty }>(
        exhaustMap(({ journal, kept }) => {
          const read = store._account.read();
          const party =
            kept ??
            (read.status === 'read' ? store._saga.ownParty(read.account.userId) : undefined);
          if (party === undefined) return EMPTY;
          patchState(store, state.linkIs({ status: 'undoing', journal }));

          return store._saga.undo(journal, party).pipe(
            tap((event) => undone(journal, event)),
            takeUntil(store._pageLeft),
          );
        }),
      ),
    };
  }),
  withMethods((store) => ({
    /** Looks after an unfinished link for a page that opens. Nothing of it lingers once that page is left. */
    open(page: Injector): void {
      const lasting = { injector: page };
      store._showLeft(store._observed.left, lasting);
      store._showSent();
      store._reconcile(store._account.read, lasting);
      store._lookAgain(
        signsOfChange(() => state.needsWatching(store.link())),
        lasting,
      );
      store._lookAgain(
        toObservable(
          computed(() => store.link()),
          lasting,
        ).pipe(switchMap(timeToLook)),
        lasting,
      );
      page.get(DestroyRef).onDestroy(() => {
        store._pageLeft.next();
        patchState(store, state.linkIs({ status: 'none' }));
      });
    },
  })),
);

/** How long until a link is looked at again that another tab is busy with, or that may have arrived; in milliseconds. */
const lookAgainMs = 5000;
/** How often it is looked after a link that was taken back and may arrive, in milliseconds. */
const lateArrivalMs = 10_000;

/** Emits when the page comes back into sight, or the connection does, while a link is pending. */
const signsOfChange = (isPending: () => boolean): Observable<unknown> =>
  merge(
    fromEvent(window, 'online').pipe(filter(isPending)),
    fromEvent(document, 'visibilitychange').pipe(filter(() => !document.hidden && isPending())),
    // A page that the browser has kept alive shows what was true when it was left.
    fromEvent<PageTransitionEvent>(window, 'pageshow').pipe(filter(({ persisted }) => persisted)),
  );

/** Emits when a link that moves without us may have moved. */
function timeToLook(link: UnfinishedLink): Observable<unknown> {
  switch (link.status) {
    case 'elsewhere':
      return timer(lookAgainMs);
    case 'undone':
      // It may arrive at any time, and another device may be the one that finishes it.
      return merge(timer(msUntil(link.untilMs)), interval(lateArrivalMs));
    case 'unknown':
      return merge(timer(msUntil(link.untilMs)), interval(lookAgainMs));
    case 'open':
      return link.busyUntilMs === undefined ? EMPTY : timer(msUntil(link.busyUntilMs));
    default:
      return EMPTY;
  }
}

const msUntil = (timeMs: number): number => Math.max(1000, timeMs - Date.now());
