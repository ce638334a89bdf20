import { inject } from '@angular/core';
import {
  patchState,
  signalStoreFeature,
  type,
  withMethods,
  withProps,
  withState,
} from '@ngrx/signals';
import { rxMethod } from '@ngrx/signals/rxjs-interop';
import { EMPTY, exhaustMap, switchMap, tap, type Observable } from 'rxjs';

import type { Account } from '../identity/account';
import type { FailureCode } from '../identity/failure';
import type { Journal } from '../identity/journal';
import type { Direction } from '../identity/link-direction';
import {
  firstChoices,
  proposedAgain,
  turned,
  type LinkChoices,
  type LinkProposal,
} from '../identity/link-plan';
import { linkReceipt } from '../identity/receipt';
import type { Decision } from '../identity/settings-comparison';
import type { LinkParties } from '../saga/link-parties';
import type { LinkResult } from '../saga/link-result';
import type { LinkEvent, LinkSaga } from '../saga/link-saga';
import type { SecondSession } from '../session/second-session';
import type { TenantClock } from '../session/tenant-clock';
import { LinkEnding } from './link-ending';
import * as state from './linking-state';

/** An unfinished link whose other account has been proven again, or has not stopped being proven. */
interface ToContinue {
  readonly primary: Account;
  readonly journal: Journal;
  readonly review?: state.Reviewing;
}

/** Gives a store what comes after the second sign-in: the review, the link, and its end. */
export const withLink = () =>
  // TypeScript infers these inputs without the unused type parameter that the rule asks for.
  // eslint-disable-next-line @ngrx/signal-store-feature-should-use-generic-type
  signalStoreFeature(
    {
      props: type<{ _linkSaga: LinkSaga; _clock: TenantClock }>(),
      methods: type<{
        mustConfirmNow: () => boolean;
        requireConfirmation: () => void;
        readAccount: () => void;
      }>(),
    },
    withState(state.initialLinkingState),
    withProps(() => ({ _ending: inject(LinkEnding) })),
    withMethods((store) => {
      // Kept out of the state, which can be looked at from everywhere the store is.
      let second: SecondSession | undefined;
      // What was chosen, and for whom: a sign-in that has to be made again takes no choice with it.
      let made: { readonly subject: string; readonly choices: LinkChoices } | undefined;

      function choose(change: (choices: LinkChoices) => LinkChoices): void {
        const review = store.progress();
        if (review.phase !== 'reviewing') return;
        const choices = change(review.choices);
        made = { subject: review.proposal.second.userId, choices };
        patchState(store, state.proposed(review.proposal, choices, review.isRevised));
      }

      /** Follows a link that was reviewed here to its end, or to where it stands still. */
      function finish(review: state.Reviewing, result: LinkResult): Observable<unknown> {
        const { plan, proposal, choices } = review;
        switch (result.result) {
          case 'done': {
            const receipt = linkReceipt(plan, new Date(), result.remarks.lost);
            second = made = undefined;

            return store._ending
              .reached(receipt, plan.direction, pageOf(proposal))
              .pipe(tap((shown) => patchState(store, state.linked(shown))));
          }
          case 'changed': {
            const now = { ...result, direction: plan.direction };
            const again = proposedAgain(proposal, now, store._clock.now());
            patchState(store, state.proposed(again, choices, true));
            break;
          }
          case 'notDone':
            patchState(store, state.failed(result.code));
            break;
          case 'open':
            standStill(result.code, { kind: 'recorded', journal: result.journal, review });
            break;
          case 'unknown':
            patchState(store, state.stoodStill(result.code, { kind: 'unrecorded', review }));
        }

        return EMPTY;
      }

      /** Follows a link that was begun elsewhere, or before this page was loaded. */
      function finishContinued({ journal, primary }: ToContinue, result: LinkResult) {
        switch (result.result) {
          case 'done':
            second = undefined;

            return store._ending
              .continued(journal, primary, result.remarks)
              .pipe(tap((shown) => patchState(store, state.linked(shown))));
          case 'notDone':
            patchState(store, state.failed(result.code));
            break;
          case 'open':
          case 'unknown':
            standStill(result.code, { kind: 'recorded', journal });
            break;
          case 'changed':
        }

        return EMPTY;
      }

      /** The account has the link on record: it is read, and its owner proves themselves if the tenant wants it. */
      function standStill(code: FailureCode, link: state.UnknownLink): void {
        if (code === 'signed-out') store.requireConfirmation();
        patchState(store, state.stoodStill(code, link));
        store.readAccount();
      }

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
        _proposed(proposal: LinkProposal, session: SecondSession): void {
          second = session;
          const choices =
            made?.subject === proposal.second.userId ? made.choices : firstChoices(proposal);
          patchState(store, state.proposed(proposal, choices));
        },
        _provenAgain(session: SecondSession): void {
          second = session;
        },
        /** Whose accounts a reviewed link joins, while the second person is still proven. */
        _partiesOf: ({ plan }: state.Reviewing): LinkParties | undefined =>
          second && store._linkSaga.partiesOf(plan, second),
        _forgetSecond(): void {
          second = undefined;
        },
        chooseDirection: (direction: Direction): void =>
          choose((choices) =>
            choices.direction === direction ? choices : turned(choices, direction),
          ),
        decide: ({ key, decision }: { key: string; decision: Decision }): void =>
          choose(({ direction, decisions }) => ({
            direction,
            decisions: new Map([...decisions, [key, decision]]),
          })),
        // exhaustMap: what has been sent is followed to its end before anything else is.
        link: rxMethod<state.Reviewing>(
          exhaustMap((review) => {
            if (second === undefined || store.mustConfirmNow()) return EMPTY;
            patchState(store, state.busyWith('preparing', review));
            const { plan, proposal } = review;

            return store._linkSaga
              .link(plan, second, proposal.connection.name)
              .pipe(followed(review, (result) => finish(review, result)));
          }),
        ),
        findOut: rxMethod<state.Reviewing>(
          exhaustMap((review) =>
            second === undefined
              ? EMPTY
              : store._linkSaga
                  .findOut(review.plan, second)
                  .pipe(followed(review, (result) => finish(review, result))),
          ),
        ),
        /** Whether an unfinished link can go on without another sign-in. */
        canContinue: (journal: Journal, review?: state.Reviewing): boolean =>
          second !== undefined &&
          store._clock.now() < second.claims.expiresAt * 1000 &&
          (review !== undefined || second.claims.subject === journal.subject),
        continueLink: rxMethod<ToContinue>(
          exhaustMap((link) => {
            const { journal, primary, review } = link;
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
                  review === undefined ? finishContinued(link, result) : finish(review, result),
                ),
              );
          }),
        ),
        /** Shows the end of a link after which the page was left and came back as the other account's. */
        _showReturned: rxMethod<void>(
          switchMap(() =>
            store._ending.returned().pipe(
              tap((receipt) => {
                if (receipt !== undefined) patchState(store, state.linked(receipt));
              }),
            ),
          ),
        ),
      };
    }),
  );

const pageOf = ({ connection }: LinkProposal): string =>
  `/account/link/${encodeURIComponent(connection.name)}`;
