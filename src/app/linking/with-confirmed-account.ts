import { computed, inject } from '@angular/core';
import { tapResponse } from '@ngrx/operators';
import {
  patchState,
  signalStoreFeature,
  withComputed,
  withMethods,
  withProps,
  withState,
} from '@ngrx/signals';
import { rxMethod } from '@ngrx/signals/rxjs-interop';
import { filter, map, of, pipe, Subject, switchMap, takeUntil, tap } from 'rxjs';

import { CLOCK_SKEW } from '../config/clock-skew';
import { LIGATURE_CONFIG } from '../config/ligature-config';
import type { Confirmation } from '../identity/sign-in/confirmation';
import { PrimaryConfirmation } from '../session/primary/primary-confirmation';
import { failureCodeOf } from './failure-code-of';
import { withAccount, type AccountRead } from './with-account';

const confirmationIs = (confirmation: Confirmation): { confirmation: Confirmation } => ({
  confirmation,
});
const confirmationFailed = (cause: unknown) =>
  confirmationIs({ status: 'failed', code: failureCodeOf(cause) });
const judgedAt = (now: number): { judgedAt: number } => ({ judgedAt: now });
/** The tenant does not take the session any more, however fresh it is. */
const confirmationRequired = (isRequired: boolean): { isConfirmationRequired: boolean } => ({
  isConfirmationRequired: isRequired,
});

/** They have proven it; what is known of the account stays, until it has been read again. */
const confirmedAt =
  (authenticatedAt: number | undefined) =>
  ({ read }: { readonly read: AccountRead }) => ({
    ...confirmationIs({ status: 'none' }),
    ...confirmationRequired(false),
    read: read.status === 'read' ? { ...read, authenticatedAt } : read,
  });

/**
 * Gives a store the account of the signed-in person, whether they have proven lately who they are, and a way
 * to do so.
 */
export const withConfirmedAccount = () =>
  signalStoreFeature(
    withAccount(),
    withState({
      ...confirmationIs({ status: 'none' }),
      /** When it was last asked whether the sign-in is fresh, in milliseconds since 1970. */
      ...judgedAt(0),
      ...confirmationRequired(false),
    }),
    withProps(() => ({
      _confirmation: inject(PrimaryConfirmation),
      _confirmWithin: inject(LIGATURE_CONFIG).policy.confirmWithin,
      _clockSkew: inject(CLOCK_SKEW),
    })),
    withComputed((store) => ({
      mustConfirm: computed(() => {
        const read = store.read();
        if (store.isConfirmationRequired()) return true;
        if (read.status !== 'read') return false;
        const now = (Math.max(store.judgedAt(), Date.now()) + store._clockSkew) / 1000;

        return now - (read.authenticatedAt ?? 0) > store._confirmWithin;
      }),
    })),
    withMethods((store) => {
      const cancelled = new Subject<void>();

      return {
        /** Asks once more, since time passes without a signal, whether the person must confirm that it is them. */
        mustConfirmNow(): boolean {
          patchState(store, judgedAt(Date.now()));

          return store.mustConfirm();
        },
        // A click while a window is open is ignored; one that is out of sight gives way to another.
        confirm: rxMethod<void>(
          pipe(
            filter(() => store.confirmation().status !== 'windowOpen'),
            switchMap(() => {
              patchState(store, confirmationIs({ status: 'windowOpen' }));

              return store._confirmation.confirm().pipe(
                switchMap((event) =>
                  event.kind === 'windowUnseen'
                    ? of(confirmationIs({ status: 'windowUnseen' }))
                    : store._session
                        .authenticatedAt()
                        .pipe(map(confirmedAt), tap({ complete: () => store.readAccount() })),
                ),
                tapResponse({
                  next: (news) => patchState(store, news),
                  error: (cause) => patchState(store, confirmationFailed(cause)),
                }),
                takeUntil(cancelled),
              );
            }),
          ),
        ),
        /** Leaves the page to confirm; it comes back to this address, and what was in memory alone is gone. */
        leaveToConfirm: rxMethod<string>(
          // switchMap: a page that the browser brings back may be left again.
          switchMap((target) => {
            cancelled.next();
            patchState(store, confirmationIs({ status: 'none' }));

            return store._confirmation.leave(target).pipe(
              tapResponse({
                next: () => undefined,
                error: (cause) => patchState(store, confirmationFailed(cause)),
              }),
            );
          }),
        ),
        requireConfirmation: (): void => patchState(store, confirmationRequired(true)),
        stopConfirming(): void {
          cancelled.next();
          patchState(store, confirmationIs({ status: 'none' }));
        },
      };
    }),
  );
