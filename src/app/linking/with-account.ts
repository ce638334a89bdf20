import { inject } from '@angular/core';
import { tapResponse } from '@ngrx/operators';
import {
  patchState,
  signalStoreFeature,
  withHooks,
  withMethods,
  withProps,
  withState,
} from '@ngrx/signals';
import { rxMethod } from '@ngrx/signals/rxjs-interop';
import { filter, forkJoin, from, map, pipe, switchMap } from 'rxjs';

import type { Account } from '../identity/account';
import type { FailureCode } from '../identity/failure';
import { ManagementApiService } from '../management-api/management-api-service';
import { LeavingError } from '../session/leaving-error';
import { PrimarySession } from '../session/primary/primary-session';
import type { Person } from '../session/primary/person';
import { failureCodeOf } from './failure-code-of';

/** The first person's account, as far as it has been read. */
export type AccountRead =
  | { readonly status: 'reading' }
  | {
      readonly status: 'read';
      readonly account: Account;
      /** When the person last proved who they are, in seconds since 1970, by the tenant's clock. */
      readonly authenticatedAt: number | undefined;
    }
  | { readonly status: 'failed'; readonly code: FailureCode };

const reading = (): { read: AccountRead } => ({ read: { status: 'reading' } });
const readAs = (account: Account, authenticatedAt: number | undefined): { read: AccountRead } => ({
  read: { status: 'read', account, authenticatedAt },
});
const notRead = (code: FailureCode): { read: AccountRead } => ({
  read: { status: 'failed', code },
});

/** An account that was to join another, and is not there any more, has joined it. */
function whyNot({ successor }: Person, cause: unknown): FailureCode {
  const code = failureCodeOf(cause);

  return code === 'not-found' && successor !== undefined ? 'joined-another' : code;
}

/** Gives a store the account of the signed-in person, and a way to sign in again when it cannot be read. */
export const withAccount = () =>
  signalStoreFeature(
    withState(reading),
    withProps(() => ({ _api: inject(ManagementApiService), _session: inject(PrimarySession) })),
    withMethods((store) => ({
      // switchMap: the newest question is the one whose answer counts.
      readAccount: rxMethod<void>(
        pipe(
          switchMap(() => store._session.settled),
          map((state) => (state.status === 'signedIn' ? state.person : undefined)),
          filter((person) => person !== undefined),
          switchMap((person) =>
            forkJoin([
              store._api.readAccount(person.subject),
              store._session.authenticatedAt(),
            ]).pipe(
              tapResponse({
                next: ([account, time]) => patchState(store, readAs(account, time)),
                error: (cause) => patchState(store, notRead(whyNot(person, cause))),
              }),
            ),
          ),
        ),
      ),
      signInAgain: rxMethod<string>(
        switchMap((target) =>
          from(store._session.signIn(target)).pipe(
            tapResponse({
              next: () => undefined,
              error: (cause) => patchState(store, notRead(LeavingError.from(cause).code)),
            }),
          ),
        ),
      ),
    })),
    withHooks({ onInit: (store) => store.readAccount() }),
  );
