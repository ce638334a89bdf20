import { computed, inject } from '@angular/core';
import { toObservable } from '@angular/core/rxjs-interop';
import {
  patchState,
  signalStoreFeature,
  type,
  withHooks,
  withMethods,
  withProps,
  withState,
} from '@ngrx/signals';
import { rxMethod } from '@ngrx/signals/rxjs-interop';
import { EMPTY, exhaustMap, filter, fromEvent, merge, pipe, switchMap, tap, timer } from 'rxjs';

import { journalOf, type Journal } from '../identity/link/journal';
import type { UnfinishedLink } from '../identity/link/unfinished-link';
import { LinkSaga, type LinkEvent } from '../saga/link-saga';
import type { LinkParty } from '../saga/link-parties';
import type { OpenLink } from '../saga/reconcile-link';
import { TenantClock } from '../session/tenant-clock';
import { TenantSession } from '../session/second/tenant-session';
import type { AccountRead } from './with-account';

/** How long until a link that another tab is busy with is looked at again, in milliseconds. */
const patience = 5000;

const unfinishedIs = (unfinished: UnfinishedLink): { unfinished: UnfinishedLink } => ({
  unfinished,
});

/**
 * Gives a store what is known of an unfinished link: the account is asked whenever it is read, and read again
 * when the page comes back into sight or the connection does.
 */
export const withUnfinishedLink = () =>
  // TypeScript infers these inputs without the unused type parameter that the rule asks for.
  // eslint-disable-next-line @ngrx/signal-store-feature-should-use-generic-type
  signalStoreFeature(
    {
      state: type<{ read: AccountRead }>(),
      methods: type<{ readAccount: () => void }>(),
    },
    withState(unfinishedIs({ status: 'none' })),
    withProps((store) => ({
      _linkSaga: inject(LinkSaga),
      _clock: inject(TenantClock),
      _tenantSession: inject(TenantSession),
      _accountRead: toObservable(computed(() => store.read())),
    })),
    withMethods((store) => {
      const isPending = (): boolean => needsWatching(store.unfinished());

      function found(link: OpenLink): void {
        switch (link.status) {
          case 'none':
            break;
          case 'closed':
            // Whoever signed in for this link has the tenant's own session, and is this person now.
            store._tenantSession.givenBack();
            patchState(store, unfinishedIs({ status: 'finished', ...link.remarks }));
            store.readAccount();
            break;
          case 'undone':
            patchState(
              store,
              unfinishedIs({ ...link, until: store._clock.onThisDevice(link.until) }),
            );
            break;
          case 'open':
          case 'elsewhere':
            patchState(store, unfinishedIs(link));
        }
      }

      function ended(journal: Journal, event: LinkEvent): void {
        if (event.kind === 'phase') return;
        const { result } = event;
        switch (result.result) {
          case 'done':
            patchState(store, unfinishedIs({ status: 'finished', ...result.remarks }));
            break;
          case 'notDone':
            patchState(
              store,
              unfinishedIs(
                result.code === 'undone'
                  ? { status: 'takenBack' }
                  : { status: 'open', journal, code: result.code },
              ),
            );
            break;
          case 'open':
          case 'unknown':
            patchState(store, unfinishedIs({ status: 'open', journal, code: result.code }));
            break;
          case 'changed':
        }
        store.readAccount();
      }

      return {
        _reconcile: rxMethod<AccountRead>(
          // switchMap: the newest reading is the one that counts.
          switchMap((read) => {
            if (read.status !== 'read') return EMPTY;
            if (journalOf(read.account.settings) === undefined) {
              if (isPending()) patchState(store, unfinishedIs({ status: 'none' }));

              return EMPTY;
            }

            return store._linkSaga.reconcile(read.account).pipe(tap(found));
          }),
        ),
        /** Looks again when there is reason to think that something has changed. */
        _watch: rxMethod<void>(
          pipe(
            switchMap(() =>
              merge(
                fromEvent(window, 'online').pipe(filter(isPending)),
                fromEvent(document, 'visibilitychange').pipe(
                  filter(() => !document.hidden && isPending()),
                ),
                // A page that the browser has kept alive shows what was true when it was left.
                fromEvent<PageTransitionEvent>(window, 'pageshow').pipe(
                  filter(({ persisted }) => persisted),
                ),
              ),
            ),
            tap(() => store.readAccount()),
          ),
        ),
        _wait: rxMethod<UnfinishedLink>(
          pipe(
            switchMap((link) => {
              if (link.status === 'elsewhere') return timer(patience);

              return link.status === 'undone'
                ? timer(Math.max(patience, link.until - Date.now()))
                : EMPTY;
            }),
            tap(() => store.readAccount()),
          ),
        ),
        // exhaustMap: a second press changes nothing.
        undo: rxMethod<{ journal: Journal; primary?: LinkParty }>(
          exhaustMap(({ journal, primary }) => {
            const read = store.read();
            const party =
              primary ??
              (read.status === 'read' ? store._linkSaga.ownParty(read.account.userId) : undefined);
            if (party === undefined) return EMPTY;
            patchState(store, unfinishedIs({ status: 'undoing', journal }));

            return store._linkSaga.undo(journal, party).pipe(tap((event) => ended(journal, event)));
          }),
        ),
      };
    }),
    withHooks({
      onInit: (store) => {
        store._reconcile(store._accountRead);
        store._watch();
        store._wait(store.unfinished);
      },
    }),
  );

/** Whether more may become known of a link, and what is shown of it is over once the account has no journal. */
const needsWatching = ({ status }: UnfinishedLink): boolean =>
  status === 'open' || status === 'undone' || status === 'elsewhere';
