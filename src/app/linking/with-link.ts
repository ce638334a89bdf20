import { inject } from '@angular/core';
import {
  patchState,
  signalStoreFeature,
  type,
  withHooks,
  withMethods,
  withProps,
} from '@ngrx/signals';
import { rxMethod } from '@ngrx/signals/rxjs-interop';
import { EMPTY, exhaustMap, tap, type Observable } from 'rxjs';

import type { Account } from '../identity/account';
import type { LinkReceipt } from '../identity/link/receipt';
import type { RunningLink } from '../identity/link/unfinished-link';
import type { LinkParties } from '../saga/link-parties';
import { noRemarks, type LinkEvent, type LinkRemarks } from '../saga/link-result';
import type { LinkSaga } from '../saga/link-saga';
import type { SecondSession } from '../session/second/second-session';
import { knownEnd } from './known-end';
import * as state from './linking-state';
import { ObservedLink, type ObservedEvent } from './observed-link';
import type { UnfinishedState } from './unfinished-state';
import type { AccountRead } from './with-account';
import type { Ended, ToContinue } from './with-link-ending';

/** Gives a store the link itself: it is sent, found out about, or continued, and followed to its end. */
export const withLink = () =>
  // TypeScript infers these inputs without the unused type parameter that the rule asks for.
  // eslint-disable-next-line @ngrx/signal-store-feature-should-use-generic-type
  signalStoreFeature(
    {
      state: type<state.LinkingState & UnfinishedState>(),
      props: type<{
        _linkSaga: LinkSaga;
        _accountRead: Observable<AccountRead>;
      }>(),
      methods: type<{
        mustConfirmNow: () => boolean;
        _second: () => SecondSession | undefined;
        _finished: (review: state.Reviewing, remarks: LinkRemarks) => Observable<LinkReceipt>;
        _finishedContinued: (link: ToContinue, remarks: LinkRemarks) => Observable<LinkReceipt>;
        _ended: (review: state.Reviewing, event: Ended) => void;
        _endedContinued: (link: ToContinue, event: Ended) => void;
      }>(),
    },
    withProps(() => ({ _observedLink: inject(ObservedLink) })),
    withMethods((store) => {
      const followed = (review: state.Reviewing | undefined, ended: (event: Ended) => void) =>
        tap((event: ObservedEvent) => {
          if (event.kind === 'ended') ended(event);
          else patchState(store, state.busyWith(event.phase, review));
        });

      /** Follows a link that was reviewed here to its end, though this page may be gone by then. */
      const reviewed = (review: state.Reviewing, run: Observable<LinkEvent>) =>
        store._observedLink
          .follow(namedIn(review), run, (remarks) => store._finished(review, remarks))
          .pipe(followed(review, (event) => store._ended(review, event)));

      /** The same for one that was begun elsewhere. */
      const continued = (link: ToContinue, run: Observable<LinkEvent>) => {
        const { subject, connection } = link.journal;

        return store._observedLink
          .follow({ userId: link.primary.userId, subject, connection }, run, (remarks) =>
            store._finishedContinued(link, remarks),
          )
          .pipe(followed(undefined, (event) => store._endedContinued(link, event)));
      };

      /** What remains to be done for a link of which the account has shown that it has happened. */
      function happened(
        link: state.UnknownLink,
        primary: Account,
        remarks: LinkRemarks,
      ): Observable<LinkReceipt> {
        if (link.review !== undefined) return store._finished(link.review, remarks);

        return link.kind === 'recorded'
          ? store._finishedContinued({ journal: link.journal, primary }, remarks)
          : EMPTY;
      }

      return {
        /** Whose accounts a reviewed link joins, while the second person is still proven. */
        _partiesOf({ plan }: state.Reviewing): LinkParties | undefined {
          const second = store._second();

          return second && store._linkSaga.partiesOf(plan, second);
        },
        // exhaustMap: what has been sent is followed to its end before anything else is.
        link: rxMethod<state.Reviewing>(
          exhaustMap((review) => {
            const second = store._second();
            if (second === undefined || store.mustConfirmNow()) return EMPTY;
            patchState(store, state.busyWith('preparing', review));
            const { plan, proposal } = review;

            return reviewed(review, store._linkSaga.link(plan, second, proposal.connection.name));
          }),
        ),
        /** Follows what the account shows of a link that stands still here, however it has come to be known. */
        _followKnown: rxMethod<AccountRead>(
          exhaustMap((read) => {
            const progress = store.progress();
            if (read.status !== 'read' || progress.phase !== 'unknown') return EMPTY;
            const end = knownEnd(progress, read.account);
            if (end === 'takenBack') patchState(store, state.failed('undone'));
            if (end !== 'linked') return EMPTY;
            const { link } = progress;
            const shown = store.unfinished();
            const remarks = shown.status === 'finished' ? shown : noRemarks;

            return happened(link, read.account, remarks).pipe(
              tap((one) => patchState(store, state.linked(one))),
            );
          }),
        ),
        findOut: rxMethod<state.Reviewing>(
          exhaustMap((review) => {
            const second = store._second();

            return second === undefined
              ? EMPTY
              : reviewed(review, store._linkSaga.findOut(review.plan, second));
          }),
        ),
        continueLink: rxMethod<ToContinue>(
          exhaustMap((link) => {
            const { journal, primary, review } = link;
            const second = store._second();
            if (second === undefined || store.mustConfirmNow()) return EMPTY;
            patchState(store, state.busyWith('preparing', review));

            return review === undefined
              ? continued(
                  link,
                  store._linkSaga.continue(
                    journal,
                    store._linkSaga.partiesToContinue(primary.userId, second),
                  ),
                )
              : reviewed(
                  review,
                  store._linkSaga.continue(journal, store._linkSaga.partiesOf(review.plan, second)),
                );
          }),
        ),
      };
    }),
    withHooks({ onInit: (store) => store._followKnown(store._accountRead) }),
  );

const namedIn = ({ proposal: { first, second, connection } }: state.Reviewing): RunningLink => ({
  userId: first.userId,
  subject: second.userId,
  connection: connection.name,
});
