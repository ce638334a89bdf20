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
import { filter, map, pipe, switchMap } from 'rxjs';

import type { Account } from '../identity/account';
import type { FailureCode } from '../identity/failure';
import { ManagementApiService } from '../management-api/management-api-service';
import { PrimarySession } from '../session/primary-session';
import { failureCodeOf } from './failure-code-of';

/** The first person's account, as far as it has been read. */
export type AccountRead =
  | { readonly status: 'reading' }
  | { readonly status: 'read'; readonly account: Account }
  | { readonly status: 'failed'; readonly code: FailureCode };

const reading = (): { read: AccountRead } => ({ read: { status: 'reading' } });
const readAs = (account: Account): { read: AccountRead } => ({ read: { status: 'read', account } });
const notRead = (code: FailureCode): { read: AccountRead } => ({
  read: { status: 'failed', code },
});

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
          map((state) => (state.status === 'signedIn' ? state.person.subject : undefined)),
          filter((subject) => subject !== undefined),
          switchMap((subject) =>
            store._api.readAccount(subject).pipe(
              tapResponse({
                next: (account) => patchState(store, readAs(account)),
                error: (cause) => patchState(store, notRead(failureCodeOf(cause))),
              }),
            ),
          ),
        ),
      ),
      signInAgain: rxMethod<string>(switchMap((target) => store._session.signIn(target))),
    })),
    withHooks({ onInit: (store) => store.readAccount() }),
  );
