import { computed, DestroyRef, inject, type Injector } from '@angular/core';
import { tapResponse } from '@ngrx/operators';
import {
  patchState,
  signalStore,
  withComputed,
  withMethods,
  withProps,
  withState,
} from '@ngrx/signals';
import { rxMethod } from '@ngrx/signals/rxjs-interop';
import {
  EMPTY,
  exhaustMap,
  filter,
  forkJoin,
  from,
  map,
  of,
  pipe,
  Subject,
  switchMap,
  takeUntil,
  tap,
  type Observable,
} from 'rxjs';

import { LIGATURE_CONFIG } from '../../config/ligature-config';
import type { FailureCode } from '../../identity/failure';
import { ManagementApiService } from '../../management-api/management-api-service';
import { PrimaryConfirmation } from '../../session/primary/primary-confirmation';
import { PrimarySession } from '../../session/primary/primary-session';
import { LeavingError } from '../../session/sign-in/leaving-error';
import { TenantClock } from '../../session/tokens/tenant-clock';
import { TenantSession } from '../../session/user/tenant-session';
import type { User } from '../../session/user/user';
import { failureCodeOf } from '../store/failure-code-of';
import * as state from './signed-in-account-state';

/**
 * The account of the signed-in person, whether they have proven lately who they are, and the way to do so. Provided
 * by the `account` route, so that whatever a page shows speaks of one reading; a page that opens has it read anew.
 */
export const SignedInAccountStore = signalStore(
  withState(state.initialSignedInAccountState),
  withProps(() => {
    const { connections, policy } = inject(LIGATURE_CONFIG);
    const { taken, askedWith } = inject(TenantSession);

    return {
      /** The sign-in methods that this site offers. */
      connections,
      /** How surely the tenant's own session in this browser is somebody else's by now. */
      sessionTaken: taken,
      /** By which connection the person has signed in to it, where they were asked to. */
      sessionAskedWith: askedWith,
      _api: inject(ManagementApiService),
      _session: inject(PrimarySession),
      _confirmation: inject(PrimaryConfirmation),
      _clock: inject(TenantClock),
      _confirmWithinMs: policy.confirmWithin * 1000,
      _pageLeft: new Subject<void>(),
      _confirmingStopped: new Subject<void>(),
    };
  }),
  withComputed((store) => ({
    /** Whether the person has to confirm that it is them, as of the last reading or {@link judge}. */
    mustConfirm: computed(() => {
      const read = store.read();
      if (store.isConfirmationRequired()) return true;
      if (read.status !== 'read') return false;
      const nowMs = Math.max(store.readAtMs(), store.judgedAtMs());

      return nowMs - (read.authenticatedAtMs ?? 0) > store._confirmWithinMs;
    }),
  })),
  withMethods((store) => ({
    // switchMap: the newest question is the one whose answer counts.
    readAccount: rxMethod<void>(
      switchMap(() =>
        store._session.settled.pipe(
          map((session) => (session.status === 'signedIn' ? session.user : undefined)),
          filter((user) => user !== undefined),
          switchMap((user) =>
            forkJoin([
              store._api.readAccount(user.subject),
              store._session.authenticatedAtMs(),
            ]).pipe(
              tapResponse({
                next: ([account, authenticatedAtMs]) =>
                  patchState(store, state.readAs(account, authenticatedAtMs, store._clock.now())),
                error: (cause) => patchState(store, state.notRead(whyNot(user, cause))),
              }),
            ),
          ),
          takeUntil(store._pageLeft),
        ),
      ),
    ),
    signInAgain: rxMethod<string>(
      switchMap((target) =>
        from(store._session.signInAgain(target)).pipe(
          tapResponse({
            next: () => undefined,
            error: (cause) => patchState(store, state.notRead(LeavingError.from(cause).code)),
          }),
          takeUntil(store._pageLeft),
        ),
      ),
    ),
    /** Leaves this account for another, to which the method of this connection is to be added. */
    signOutToAdd: rxMethod<string>(
      // exhaustMap: the page is on its way out.
      exhaustMap((connection) => store._session.signOutToAdd(connection)),
    ),
    /**
     * Looks at the clock, whenever somebody wants what only a fresh sign-in may have. Time passes for
     * `mustConfirm` then and not by itself, or a review would vanish from under whoever reads it.
     */
    judge: (): void => patchState(store, state.judged(store._clock.now())),
    requireConfirmation: (): void => patchState(store, state.confirmationRequired()),
    stopConfirming(): void {
      store._confirmingStopped.next();
      patchState(store, state.confirmationIs({ status: 'none' }));
    },
  })),
  withMethods((store) => {
    const failed = (cause: unknown): void =>
      patchState(store, state.confirmationIs({ status: 'failed', code: failureCodeOf(cause) }));

    return {
      /** Begins if the person has proven lately who they are; otherwise the page asks them to, and nothing begins. */
      onceConfirmed<T>(begin: () => Observable<T>): Observable<T> {
        store.judge();

        return store.mustConfirm() ? EMPTY : begin();
      },
      // A click while a window is open is ignored; one that is out of sight gives way to another.
      confirm: rxMethod<void>(
        pipe(
          tap(() => {
            if (store.confirmation().status === 'windowUnseen') store._confirmingStopped.next();
          }),
          exhaustMap(() => {
            patchState(store, state.confirmationIs({ status: 'windowOpen' }));

            return store._confirmation.confirm().pipe(
              switchMap((event) =>
                event.kind === 'signedIn'
                  ? store._session
                      .authenticatedAtMs()
                      .pipe(map(state.confirmedAt), tap({ complete: () => store.readAccount() }))
                  : of(state.confirmationIs({ status: event.kind })),
              ),
              tapResponse({ next: (news) => patchState(store, news), error: failed }),
              takeUntil(store._confirmingStopped),
            );
          }),
        ),
      ),
      /** Leaves the page to confirm; it comes back to this address, and what was in memory alone is gone. */
      leaveToConfirm: rxMethod<string>(
        // switchMap: a page that the browser brings back may be left again.
        switchMap((target) => {
          store.stopConfirming();

          return store._confirmation
            .leave(target)
            .pipe(
              tapResponse({ next: () => undefined, error: failed }),
              takeUntil(store._pageLeft),
            );
        }),
      ),
      /** Has the account read for a page that opens. Nothing of it lingers once that page is left. */
      open(page: Injector): void {
        store.readAccount();
        page.get(DestroyRef).onDestroy(() => {
          store.stopConfirming();
          store._pageLeft.next();
          patchState(store, state.left());
        });
      },
    };
  }),
);

/** An account that another was to absorb, and that is not there any more, has been absorbed. */
function whyNot({ successor }: User, cause: unknown): FailureCode {
  const code = failureCodeOf(cause);

  return code === 'not-found' && successor !== undefined ? 'joined-another' : code;
}
