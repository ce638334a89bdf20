import { inject } from '@angular/core';
import { patchState, signalStoreFeature, withMethods, withProps, withState } from '@ngrx/signals';
import { rxMethod } from '@ngrx/signals/rxjs-interop';
import { EMPTY, exhaustMap, filter, map, switchMap, tap, type Observable } from 'rxjs';

import { LIGATURE_CONFIG } from '../../config/ligature-config';
import { journalKey } from '../../identity/settings/reserved-settings';
import type { LinkParty } from '../../saga/ports/link-parties';
import type { Settled } from '../../saga/settings/converge-settings';
import { RestoreSaga } from '../../saga/settings/restore-saga';
import { PrimarySession } from '../../session/primary/primary-session';
import { Trace } from '../../trace/trace';
import { leftoverNames, leftoverRemoval, type Leftovers } from './judge/leftovers';

interface LeftoversState {
  readonly leftovers: Leftovers;
}

const leftoversAre = (leftovers: Leftovers): LeftoversState => ({ leftovers });
const leftoversEnded = (names: readonly string[], settled: Settled): LeftoversState =>
  leftoversAre(
    settled.result === 'done'
      ? { is: 'removed', names }
      : { is: 'found', names, problem: settled.code },
  );

/**
 * Gives a store what drills have left in the account of whoever is signed in: those of which nobody came back to
 * put the accounts back.
 */
export const withLeftovers = () =>
  signalStoreFeature(
    withState(leftoversAre({ is: 'none' })),
    withProps(() => ({
      _leftoversSaga: inject(RestoreSaga),
      _leftoversSession: inject(PrimarySession),
      _leftoversTrace: inject(Trace),
      _mayLeave: inject(LIGATURE_CONFIG).tenant.environment !== 'production',
    })),
    withMethods((store) => {
      const own = (): Observable<LinkParty> =>
        store._leftoversSession.settled.pipe(
          filter((state) => state.status === 'signedIn'),
          map(({ person }) => ({ userId: person.subject, bearer: store._leftoversSession })),
        );

      return {
        /** Looks for them, if anybody is signed in; what cannot be read is not guessed. */
        lookForLeftovers: rxMethod<void>(
          exhaustMap(() => {
            if (!store._mayLeave) return EMPTY;

            return own().pipe(
              switchMap((party) => store._leftoversSaga.read(party)),
              tap((reading) => {
                if (!reading.known) return;
                const { settings } = reading.account;
                // An unfinished link comes first: it knows of these settings, and they are there until it ends.
                const names = settings.has(journalKey) ? [] : leftoverNames(settings);
                if (names.length > 0) patchState(store, leftoversAre({ is: 'found', names }));
              }),
            );
          }),
        ),
        /** Removes them from the account as it is now; exhaustMap: once. */
        removeLeftovers: rxMethod<void>(
          exhaustMap(() => {
            const leftovers = store.leftovers();
            if (leftovers.is !== 'found') return EMPTY;
            // The account as it is now may have more than what was found: all that goes is said.
            const names = new Set(leftovers.names);
            patchState(store, leftoversAre({ is: 'removing', names: leftovers.names }));

            return own().pipe(
              switchMap((party) =>
                store._leftoversSaga.settle(party, (now) => {
                  leftoverNames(now).forEach((name) => names.add(name));

                  return leftoverRemoval(now);
                }),
              ),
              tap((settled) => {
                patchState(store, leftoversEnded([...names], settled));
                store._leftoversTrace.record(() => ({
                  kind: 'decision',
                  about: 'leftovers of drills',
                  decision: settled.result === 'done' ? 'removed' : settled.code,
                  reasons: [...names],
                }));
              }),
            );
          }),
        ),
      };
    }),
  );
