import { computed, inject } from '@angular/core';
import { tapResponse } from '@ngrx/operators';
import {
  patchState,
  signalStoreFeature,
  type,
  withComputed,
  withHooks,
  withMethods,
  withProps,
  withState,
} from '@ngrx/signals';
import { rxMethod } from '@ngrx/signals/rxjs-interop';
import { defer, switchMap } from 'rxjs';

import { LIGATURE_CONFIG } from '../config/ligature-config';
import { suggestedConnections } from '../identity/sign-in/suggestion';
import { Suggestions } from '../session/primary/suggestions';
import type { AccountRead } from './with-account';

const claimed = (suggestionClaim: unknown): { suggestionClaim: unknown } => ({ suggestionClaim });

/** Gives a store what the tenant suggests to link, whenever the account has been read. */
export const withSuggestions = () =>
  // TypeScript infers these inputs without the unused type parameter that the rule asks for.
  // eslint-disable-next-line @ngrx/signal-store-feature-should-use-generic-type
  signalStoreFeature(
    { state: type<{ read: AccountRead }>() },
    withState(claimed(undefined)),
    withProps(() => ({
      _suggestions: inject(Suggestions),
      _offered: inject(LIGATURE_CONFIG).connections,
    })),
    withComputed((store) => ({
      suggested: computed(() => {
        const read = store.read();
        if (read.status !== 'read' || store._suggestions.areDeclined()) return [];

        return suggestedConnections(store.suggestionClaim(), store._offered, read.account);
      }),
    })),
    withMethods((store) => ({
      declineSuggestions(): void {
        void store._suggestions.decline();
      },
      _readSuggestions: rxMethod<AccountRead>(
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
    withHooks({ onInit: (store) => store._readSuggestions(store.read) }),
  );
