import { inject } from '@angular/core';
import { signalStore, withHooks, withMethods, withProps } from '@ngrx/signals';
import { rxMethod } from '@ngrx/signals/rxjs-interop';
import { concatMap, EMPTY } from 'rxjs';

import { HistorySaga } from '../../saga/settings/history-saga';
import type { AccountRead } from '../account/signed-in-account-state';
import { SignedInAccountStore } from '../account/signed-in-account-store';

/**
 * Has the account remember what this tab did, whenever it has been read: at once after an unlink, and again with the
 * next reading where that could not be written. Provided by the account page.
 */
export const HistoryStore = signalStore(
  withProps(() => ({ _account: inject(SignedInAccountStore), _saga: inject(HistorySaga) })),
  withMethods(({ _saga }) => ({
    _remember: rxMethod<AccountRead>(
      concatMap((read) => (read.status === 'read' ? _saga.remember(read.account) : EMPTY)),
    ),
  })),
  withHooks({ onInit: (store) => store._remember(store._account.read) }),
);
