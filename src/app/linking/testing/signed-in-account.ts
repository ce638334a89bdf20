import { signal, type Provider } from '@angular/core';
import { EMPTY, type Observable } from 'rxjs';

import type { Account } from '../../identity/account';
import type { Connection } from '../../identity/connection';
import type { AccountRead } from '../account/signed-in-account-state';
import { SignedInAccountStore } from '../account/signed-in-account-store';

/** A store of the signed-in account that a spec has say what it wants, and that does nothing by itself. */
export function signedInAccount(connections: readonly Connection[] = []) {
  const read = signal<AccountRead>({ status: 'reading' });
  const isConfirmationRequired = signal(false);
  const mustConfirm = signal(false);
  const store = {
    connections,
    read,
    mustConfirm,
    isConfirmationRequired,
    readAccount: jest.fn(),
    judge: jest.fn(),
    onceConfirmed<T>(begin: () => Observable<T>): Observable<T> {
      store.judge();

      return mustConfirm() ? EMPTY : begin();
    },
    requireConfirmation: jest.fn(() => {
      isConfirmationRequired.set(true);
      mustConfirm.set(true);
    }),
    stopConfirming: jest.fn(),
  };

  return {
    ...store,
    provided: { provide: SignedInAccountStore, useValue: store } satisfies Provider,
    /** The account has been read. */
    receive: (account: Account): void =>
      read.set({ status: 'read', account, authenticatedAtMs: 0 }),
  };
}
