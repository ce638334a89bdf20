import { inject } from '@angular/core';
import { patchState, signalStore, withMethods, withProps, withState } from '@ngrx/signals';
import { rxMethod } from '@ngrx/signals/rxjs-interop';
import { EMPTY, exhaustMap, filter, map, switchMap, tap, type Observable } from 'rxjs';

import { LIGATURE_CONFIG } from '../../config/ligature-config';
import { journalKey } from '../../identity/settings/reserved-settings';
import type { LinkParty } from '../../saga/ports/link-parties';
import type { Converged } from '../../saga/settings/converge-settings';
import { RestoreSaga } from '../../saga/settings/restore-saga';
import { PrimarySession } from '../../session/primary/primary-session';
import { Trace } from '../../trace/trace';
import { leftoverNames, leftoverRemoval, type Leftovers } from './judge/leftovers';

interface LeftoversState {
  readonly leftovers: Leftovers;
}

const leftoversAre = (leftovers: Leftovers): LeftoversState => ({ leftovers });
const leftoversEnded = (names: readonly string[], converged: Converged): LeftoversState =>
  leftoversAre(
    converged.kind === 'done'
      ? { status: 'removed', names }
      : { status: 'found', names, problem: converged.code },
  );

/**
 * What drills have left in the account of whoever is signed in: those of which nobody came back to put the accounts
 * back. Provided by the section.
 */
export const LeftoversStore = signalStore(
  withState(leftoversAre({ status: 'none' })),
  withProps(() => ({
    _saga: inject(RestoreSaga),
    _session: inject(PrimarySession),
    _trace: inject(Trace),
    _mayLeave: inject(LIGATURE_CONFIG).tenant.environment !== 'production',
  })),
  withMethods((store) => {
    const own = (): Observable<LinkParty> =>
      store._session.settled.pipe(
        filter((state) => state.status === 'signedIn'),
        map(({ user }) => ({ userId: user.subject, bearer: store._session })),
      );

    return {
      /** Looks for them, if anybody is signed in; what cannot be read is not guessed. */
      look: rxMethod<void>(
        exhaustMap(() => {
          if (!store._mayLeave) return EMPTY;

          return own().pipe(
            switchMap((party) => store._saga.read(party)),
            tap((reading) => {
              if (!reading.known) return;
              const { settings } = reading.account;
              // An unfinished link comes first: it knows of these settings, and they are there until it ends.
              const names = settings.has(journalKey) ? [] : leftoverNames(settings);
              if (names.length > 0) patchState(store, leftoversAre({ status: 'found', names }));
            }),
          );
        }),
      ),
      /** Removes them from the account as it is now; exhaustMap: once. */
      remove: rxMethod<void>(
        exhaustMap(() => {
          const leftovers = store.leftovers();
          if (leftovers.status !== 'found') return EMPTY;
          // The account as it is now may have more than what was found: all that goes is said.
          const names = new Set(leftovers.names);
          patchState(store, leftoversAre({ status: 'removing', names: leftovers.names }));

          return own().pipe(
            switchMap((party) =>
              store._saga.settle(party, (now) => {
                leftoverNames(now).forEach((name) => names.add(name));

                return leftoverRemoval(now);
              }),
            ),
            tap((converged) => {
              patchState(store, leftoversEnded([...names], converged));
              store._trace.record(() => ({
                kind: 'decision',
                about: 'leftovers of drills',
                decision: converged.kind === 'done' ? 'removed' : converged.code,
                reasons: [...names],
              }));
            }),
          );
        }),
      ),
    };
  }),
);
