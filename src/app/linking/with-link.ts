import { patchState, signalStoreFeature, type, withMethods } from '@ngrx/signals';
import { rxMethod } from '@ngrx/signals/rxjs-interop';
import { EMPTY, exhaustMap, switchMap, type Observable } from 'rxjs';

import type { LinkParties } from '../saga/link-parties';
import type { LinkEvent, LinkResult } from '../saga/link-result';
import type { LinkSaga } from '../saga/link-saga';
import type { SecondSession } from '../session/second/second-session';
import * as state from './linking-state';
import type { ToContinue } from './with-link-ending';

/** Gives a store the link itself: it is sent, found out about, or continued, and followed to its end. */
export const withLink = () =>
  // TypeScript infers these inputs without the unused type parameter that the rule asks for.
  // eslint-disable-next-line @ngrx/signal-store-feature-should-use-generic-type
  signalStoreFeature(
    {
      state: type<state.LinkingState>(),
      props: type<{ _linkSaga: LinkSaga }>(),
      methods: type<{
        mustConfirmNow: () => boolean;
        _second: () => SecondSession | undefined;
        _ended: (review: state.Reviewing, result: LinkResult) => Observable<unknown>;
        _endedContinued: (link: ToContinue, result: LinkResult) => Observable<unknown>;
      }>(),
    },
    withMethods((store) => {
      const followed = (
        review: state.Reviewing | undefined,
        ended: (result: LinkResult) => Observable<unknown>,
      ) =>
        switchMap((event: LinkEvent) => {
          if (event.kind === 'ended') return ended(event.result);
          patchState(store, state.busyWith(event.phase, review));

          return EMPTY;
        });

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

            return store._linkSaga
              .link(review.plan, second, review.proposal.connection.name)
              .pipe(followed(review, (result) => store._ended(review, result)));
          }),
        ),
        findOut: rxMethod<state.Reviewing>(
          exhaustMap((review) => {
            const second = store._second();
            if (second === undefined) return EMPTY;

            return store._linkSaga
              .findOut(review.plan, second)
              .pipe(followed(review, (result) => store._ended(review, result)));
          }),
        ),
        continueLink: rxMethod<ToContinue>(
          exhaustMap((link) => {
            const { journal, primary, review } = link;
            const second = store._second();
            if (second === undefined || store.mustConfirmNow()) return EMPTY;
            patchState(store, state.busyWith('preparing', review));
            const parties =
              review === undefined
                ? store._linkSaga.partiesToContinue(primary.userId, second)
                : store._linkSaga.partiesOf(review.plan, second);

            return store._linkSaga
              .continue(journal, parties)
              .pipe(
                followed(review, (result) =>
                  review === undefined
                    ? store._endedContinued(link, result)
                    : store._ended(review, result),
                ),
              );
          }),
        ),
      };
    }),
  );
