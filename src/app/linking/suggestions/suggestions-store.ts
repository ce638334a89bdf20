import { computed, inject } from '@angular/core';
import { tapResponse } from '@ngrx/operators';
import {
  patchState,
  signalStore,
  withComputed,
  withHooks,
  withMethods,
  withProps,
  withState,
} from '@ngrx/signals';
import { rxMethod } from '@ngrx/signals/rxjs-interop';
import { defer, switchMap } from 'rxjs';

import { madeByCode } from '../../identity/sign-in/new-account';
import { suggestedConnections } from '../../identity/sign-in/suggestion';
import { Suggestions } from '../../session/primary/suggestions';
import type { AccountRead } from '../account/signed-in-account-state';
import { SignedInAccountStore } from '../account/signed-in-account-store';

const claimed = (claim: unknown): { claim: unknown } => ({ claim });

/** What the tenant suggests to link, whenever the account has been read. Provided by the account page. */
export const SuggestionsStore = signalStore(
  withState(claimed(undefined)),
  withProps(() => ({
    _account: inject(SignedInAccountStore),
    _suggestions: inject(Suggestions),
  })),
  withComputed((store) => ({
    suggested: computed(() => {
      const read = store._account.read();
      if (read.status !== 'read' || store._suggestions.areDeclined()) return [];

      return suggestedConnections(store.claim(), store._account.connections, read.account);
    }),
    /** What this sign-in has made the account for, which somebody may want to have in another one. */
    madeFor: computed(() => {
      const read = store._account.read();
      if (read.status !== 'read' || store._suggestions.areDeclined()) return undefined;
      const { connection } = read.account.identities[0];
      const isOffered = store._account.connections.some(({ name }) => name === connection);
      const messageTo = madeByCode(read.account, read.authenticatedAtMs ?? Infinity);

      return isOffered && messageTo ? { messageTo, connection } : undefined;
    }),
  })),
  withMethods((store) => ({
    /** Lets the person hear of no suggestion any more. */
    decline: (): void => void store._suggestions.decline(),
    _readClaim: rxMethod<AccountRead>(
      switchMap(() =>
        defer(() => store._suggestions.claim()).pipe(
          tapResponse({
            next: (claim) => patchState(store, claimed(claim)),
            // Nobody misses what nothing suggests.
            error: () => patchState(store, claimed(undefined)),
          }),
        ),
      ),
    ),
  })),
  withHooks({ onInit: (store) => store._readClaim(store._account.read) }),
);
