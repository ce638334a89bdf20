import { inject } from '@angular/core';
import { patchState, signalStoreFeature, type, withMethods, withProps } from '@ngrx/signals';
import { rxMethod } from '@ngrx/signals/rxjs-interop';
import { switchMap, tap, type Observable } from 'rxjs';

import type { Account } from '../identity/account';
import type { FailureCode } from '../identity/failure';
import type { Journal } from '../identity/link/journal';
import { proposedAgain, type LinkProposal } from '../identity/link/link-plan';
import { linkReceipt, type LinkReceipt } from '../identity/link/receipt';
import type { LinkRemarks } from '../saga/link-result';
import type { TenantClock } from '../session/tenant-clock';
import { LinkEnding } from './link-ending';
import * as state from './linking-state';
import type { ObservedEvent } from './observed-link';

/** A link that has ended. */
export type Ended = Extract<ObservedEvent, { kind: 'ended' }>;

/** An unfinished link whose other account has been proven again, or has not stopped being proven. */
export interface ToContinue {
  readonly primary: Account;
  readonly journal: Journal;
  readonly review?: state.Reviewing;
}

/** Gives a store the end of a link: what is shown of each result, and the receipt where there is one. */
export const withLinkEnding = () =>
  // TypeScript infers these inputs without the unused type parameter that the rule asks for.
  // eslint-disable-next-line @ngrx/signal-store-feature-should-use-generic-type
  signalStoreFeature(
    {
      state: type<state.LinkingState>(),
      props: type<{ _clock: TenantClock }>(),
      methods: type<{
        requireConfirmation: () => void;
        readAccount: () => void;
        _forgetSecond: () => void;
        _forgetReview: () => void;
      }>(),
    },
    withProps(() => ({ _ending: inject(LinkEnding) })),
    withMethods((store) => {
      /** The account is read, which may tell; its owner proves themselves if the tenant wants it. */
      function standStill(code: FailureCode, link: state.UnknownLink): void {
        if (code === 'signed-out') store.requireConfirmation();
        if (code === 'second-signed-out') store._forgetSecond();
        patchState(store, state.stoodStill(code, link));
        store.readAccount();
      }

      /** The accounts are one: nothing of the second person is needed any more. */
      function finishing(reached: Observable<LinkReceipt>): Observable<LinkReceipt> {
        store._forgetReview();

        return reached;
      }

      return {
        /** What remains to be done once a link that was reviewed here has happened. */
        _finished: ({ plan, proposal }: state.Reviewing, remarks: LinkRemarks) =>
          finishing(
            store._ending.reached(
              linkReceipt(plan, new Date(), remarks),
              plan.direction,
              pageOf(proposal),
            ),
          ),
        /** The same for a link that was begun elsewhere, or before this page was loaded. */
        _finishedContinued: ({ journal, primary }: ToContinue, remarks: LinkRemarks) =>
          finishing(store._ending.continued(journal, primary, remarks)),
        /** Shows how a link has ended that was reviewed here, or where it stands still. */
        _ended(review: state.Reviewing, { result, receipt }: Ended): void {
          const { plan, proposal, choices } = review;
          switch (result.result) {
            case 'done':
              if (receipt !== undefined) patchState(store, state.linked(receipt));
              break;
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
              standStill(result.code, { kind: 'unrecorded', review });
          }
        },
        /** The same for a link that was begun elsewhere, or before this page was loaded. */
        _endedContinued({ journal }: ToContinue, { result, receipt }: Ended): void {
          switch (result.result) {
            case 'done':
              if (receipt !== undefined) patchState(store, state.linked(receipt));
              break;
            case 'notDone':
              patchState(store, state.failed(result.code));
              break;
            case 'open':
              standStill(result.code, { kind: 'recorded', journal: result.journal });
              break;
            case 'unknown':
              standStill(result.code, { kind: 'recorded', journal });
              break;
            case 'changed':
          }
        },
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
