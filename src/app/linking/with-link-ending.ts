import { inject } from '@angular/core';
import { patchState, signalStoreFeature, type, withMethods, withProps } from '@ngrx/signals';
import { rxMethod } from '@ngrx/signals/rxjs-interop';
import { EMPTY, switchMap, tap, type Observable } from 'rxjs';

import type { Account } from '../identity/account';
import type { FailureCode } from '../identity/failure';
import type { Journal } from '../identity/link/journal';
import { proposedAgain, type LinkProposal } from '../identity/link/link-plan';
import { linkReceipt, type LinkReceipt } from '../identity/link/receipt';
import type { LinkResult } from '../saga/link-result';
import type { TenantClock } from '../session/tenant-clock';
import { LinkEnding } from './link-ending';
import * as state from './linking-state';

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
        _forgetReview: () => void;
      }>(),
    },
    withProps(() => ({ _ending: inject(LinkEnding) })),
    withMethods((store) => {
      const shown = tap((receipt: LinkReceipt) => patchState(store, state.linked(receipt)));

      /** The account has the link on record: it is read, and its owner proves themselves if the tenant wants it. */
      function standStill(code: FailureCode, link: state.UnknownLink): void {
        if (code === 'signed-out') store.requireConfirmation();
        patchState(store, state.stoodStill(code, link));
        store.readAccount();
      }

      return {
        /** Follows a link that was reviewed here to its end, or to where it stands still. */
        _ended(review: state.Reviewing, result: LinkResult): Observable<unknown> {
          const { plan, proposal, choices } = review;
          switch (result.result) {
            case 'done': {
              const receipt = linkReceipt(plan, new Date(), result.remarks.lost);
              store._forgetReview();

              return store._ending.reached(receipt, plan.direction, pageOf(proposal)).pipe(shown);
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
        },
        /** Follows a link that was begun elsewhere, or before this page was loaded. */
        _endedContinued({ journal, primary }: ToContinue, result: LinkResult): Observable<unknown> {
          switch (result.result) {
            case 'done':
              store._forgetReview();

              return store._ending.continued(journal, primary, result.remarks).pipe(shown);
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
