import { inject } from '@angular/core';
import { tapResponse } from '@ngrx/operators';
import { patchState, signalStoreFeature, type, withMethods, withProps } from '@ngrx/signals';
import { pipe, Subject, takeUntil, type MonoTypeOperatorFunction } from 'rxjs';

import type { Connection, Transport } from '../identity/connection';
import type { LinkProposal } from '../identity/link/link-plan';
import type { SecondSession } from '../session/second/second-session';
import { transportMemory } from '../session/storage/transport-memory';
import { failureCodeOf } from './failure-code-of';
import { LinkPlanner, type PlanningEvent } from './link-planner';
import * as state from './linking-state';
import type { ToContinue } from './with-link-ending';

/** Follows a second sign-in that travels like this to its plan. */
export type Follow = (
  connection: Connection,
  transport?: Transport,
) => MonoTypeOperatorFunction<PlanningEvent>;

/** Gives a store the way from a second sign-in, however it travels, to its plan. */
export const withPlanning = () =>
  // TypeScript infers these inputs without the unused type parameter that the rule asks for.
  // eslint-disable-next-line @ngrx/signal-store-feature-should-use-generic-type
  signalStoreFeature(
    {
      state: type<state.LinkingState>(),
      methods: type<{
        mustConfirmNow: () => boolean;
        _proposed: (proposal: LinkProposal, session: SecondSession) => void;
        _provenAgain: (session: SecondSession) => void;
        continueLink: (link: ToContinue) => unknown;
      }>(),
    },
    withProps(() => ({ _planner: inject(LinkPlanner), _planningStopped: new Subject<void>() })),
    withMethods((store) => {
      function follow(event: PlanningEvent): void {
        switch (event.kind) {
          case 'windowUnseen':
            patchState(store, state.windowLookedClosed());
            break;
          case 'signedIn':
            patchState(store, state.secondSignedIn());
            break;
          case 'proposed':
            store._proposed(event.proposal, event.session);
            store.mustConfirmNow();
            break;
          case 'provenAgain':
            store._provenAgain(event.session);
            store.continueLink({ primary: event.primary, journal: event.journal });
        }
      }

      /** Remembers as well that this way of signing in has worked. */
      const followed: Follow = (connection, transport) =>
        pipe(
          tapResponse({
            next: (event: PlanningEvent) => {
              if (event.kind === 'signedIn' && transport !== undefined) {
                transportMemory.remember(connection, transport);
              }
              follow(event);
            },
            error: (cause) => patchState(store, state.failed(failureCodeOf(cause))),
          }),
          takeUntil(store._planningStopped),
        );

      return {
        _followed: followed,
        /** Lets go of a second sign-in that is on its way. */
        _stopPlanning: (): void => store._planningStopped.next(),
      };
    }),
  );
