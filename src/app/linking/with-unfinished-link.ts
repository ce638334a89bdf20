import { computed, inject } from '@angular/core';
import { toObservable } from '@angular/core/rxjs-interop';
import {
  patchState,
  signalStoreFeature,
  type,
  withFeature,
  withHooks,
  withMethods,
  withProps,
  withState,
} from '@ngrx/signals';
import { rxMethod } from '@ngrx/signals/rxjs-interop';
import { EMPTY, exhaustMap, switchMap, tap } from 'rxjs';

import { holdsSubject, type Account } from '../identity/account';
import { journalOf, type Journal } from '../identity/link/journal';
import type { LinkParty } from '../saga/link-parties';
import type { LinkEvent } from '../saga/link-result';
import { LinkSaga } from '../saga/link-saga';
import type { OpenLink } from '../saga/reconcile-link';
import { SentLink } from '../session/storage/sent-link';
import { TenantSession } from '../session/second/tenant-session';
import { TenantClock } from '../session/tenant-clock';
import {
  foundAs,
  isRunning,
  leftAs,
  needsWatching,
  overAs,
  sentIs,
  undoneAs,
  unfinishedIs,
} from './unfinished-state';
import { ObservedLink, type LeftLink } from './observed-link';
import type { AccountRead } from './with-account';
import { withUnfinishedWatch } from './with-unfinished-watch';

/** Gives a store what is known of an unfinished link, whenever the account is read, and a way to undo one. */
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
      _observed: inject(ObservedLink),
      _sent: inject(SentLink),
      _accountRead: toObservable(computed(() => store.read())),
    })),
    withMethods((store) => {
      /** The account has no journal, or none any more; what was shown of it is over. */
      function over(account: Account): void {
        const shown = store.unfinished();
        if (!needsWatching(shown)) return;
        const known = overAs(shown, account, Date.now());
        if (known.status !== 'unknown') store._sent.forget();
        // In the same moment, so that nothing says of its account that it was not linked.
        if (known.status === 'finished') store._tenantSession.givenBack();
        patchState(store, unfinishedIs(known));
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
        const shown = foundAs(link, (time) => store._clock.onThisDevice(time));
        patchState(store, unfinishedIs(shown));
        if (link.status === 'closed') store.readAccount();
      }

      function undone(journal: Journal, event: LinkEvent): void {
        if (event.kind === 'phase') return;
        const { result } = event;
        if (result.result !== 'changed') {
          patchState(store, unfinishedIs(undoneAs(journal, result)));
        }
        store.readAccount();
      }

      return {
        _reconcile: rxMethod<AccountRead>(
          // switchMap: the newest reading is the one that counts.
          switchMap((read) => {
            if (read.status !== 'read') return EMPTY;
            const { account } = read;
            void store._tenantSession.settle((subject) => holdsSubject(account, subject));
            // What this tab is busy with itself is not unfinished, and nobody else's.
            if (isRunning(store.unfinished(), account)) return EMPTY;
            if (journalOf(account.settings) === undefined) {
              over(account);

              return EMPTY;
            }

            return store._linkSaga.reconcile(account).pipe(tap((link) => found(account, link)));
          }),
        ),
        /** Shows the link whose page was left, and takes note of its end. */
        _showLeft: rxMethod<LeftLink | undefined>(
          tap((left) => {
            if (left === undefined) return;
            patchState(store, unfinishedIs(leftAs(left, Date.now())));
            if (left.result === undefined) return;
            store._observed.seen();
            store.readAccount();
          }),
        ),
        /** Takes up the link that was on its way when the page was loaded, if there is one. */
        async _showSent(): Promise<void> {
          const sent = await store._sent.read();
          // By now a journal may have been found, or this tab be known to be busy with it.
          if (sent === undefined || store.unfinished().status !== 'none') return;
          patchState(store, unfinishedIs(sentIs(sent)));
          const read = store.read();
          if (read.status === 'read') over(read.account);
        },
        // exhaustMap: a second press changes nothing.
        undo: rxMethod<{ journal: Journal; primary?: LinkParty }>(
          exhaustMap(({ journal, primary }) => {
            const read = store.read();
            const party =
              primary ??
              (read.status === 'read' ? store._linkSaga.ownParty(read.account.userId) : undefined);
            if (party === undefined) return EMPTY;
            patchState(store, unfinishedIs({ status: 'undoing', journal }));

            return store._linkSaga
              .undo(journal, party)
              .pipe(tap((event) => undone(journal, event)));
          }),
        ),
      };
    }),
    withHooks({
      onInit(store) {
        store._showLeft(store._observed.left);
        void store._showSent();
        store._reconcile(store._accountRead);
      },
    }),
    withFeature((store) => withUnfinishedWatch(store.unfinished, store.readAccount)),
  );
