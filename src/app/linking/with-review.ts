import { inject } from '@angular/core';
import {
  patchState,
  signalStoreFeature,
  type,
  withHooks,
  withMethods,
  withProps,
  withState,
} from '@ngrx/signals';

import type { Journal } from '../identity/link/journal';
import type { Direction } from '../identity/link/link-direction';
import {
  firstChoices,
  turned,
  type LinkChoices,
  type LinkProposal,
} from '../identity/link/link-plan';
import type { Decision } from '../identity/settings/settings-comparison';
import type { SecondSession } from '../session/second/second-session';
import { KeptChoices, type ChoicesMade } from '../session/storage/kept-choices';
import type { TenantClock } from '../session/tenant-clock';
import * as state from './linking-state';

/** Gives a store the second person, while they are proven, and the review of what a link with them would do. */
export const withReview = () =>
  // TypeScript infers these inputs without the unused type parameter that the rule asks for.
  // eslint-disable-next-line @ngrx/signal-store-feature-should-use-generic-type
  signalStoreFeature(
    { props: type<{ _clock: TenantClock }>() },
    withState(state.initialLinkingState),
    withProps(() => ({ _keptChoices: inject(KeptChoices) })),
    withMethods((store) => {
      // Kept out of the state, which can be looked at from everywhere the store is.
      let second: SecondSession | undefined;
      // What was chosen, and for whom: a sign-in that has to be made again takes no choice with it.
      let made: ChoicesMade | undefined;

      function choose(change: (choices: LinkChoices) => LinkChoices): void {
        const review = store.progress();
        if (review.phase !== 'reviewing') return;
        const choices = change(review.choices);
        made = { subject: review.proposal.second.userId, choices };
        void store._keptChoices.keep(made);
        patchState(store, state.proposed(review.proposal, choices, review.isRevised));
      }

      return {
        _proposed(proposal: LinkProposal, session: SecondSession): void {
          second = session;
          const choices =
            made?.subject === proposal.second.userId ? made.choices : firstChoices(proposal);
          patchState(store, state.proposed(proposal, choices));
        },
        _provenAgain(session: SecondSession): void {
          second = session;
        },
        /** The second person, for as long as they have not been dropped. */
        _second: (): SecondSession | undefined => second,
        /** Drops the second person; what was chosen for them is kept, should they come back. */
        _forgetSecond(): void {
          second = undefined;
        },
        /** The link is there: nothing of the second person is needed any more. */
        _forgetReview(): void {
          second = made = undefined;
          store._keptChoices.forget();
        },
        /** Takes up what was chosen before the page was left, and shows it if its review is here already. */
        async _restoreChoices(): Promise<void> {
          made ??= await store._keptChoices.read();
          const review = store.progress();
          if (review.phase !== 'reviewing' || review.proposal.second.userId !== made?.subject)
            return;
          patchState(store, state.proposed(review.proposal, made.choices, review.isRevised));
        },
        chooseDirection: (direction: Direction): void =>
          choose((choices) =>
            choices.direction === direction ? choices : turned(choices, direction),
          ),
        decide: ({ key, decision }: { key: string; decision: Decision }): void =>
          choose(({ direction, decisions }) => ({
            direction,
            decisions: new Map([...decisions, [key, decision]]),
          })),
        /** Whether a link that stands still here can be taken back: where it is on record in the second account, as them. */
        canUndo: ({ review }: state.RecordedLink): boolean =>
          second !== undefined || review?.plan.direction !== 'keepSecond',
        /** Whether an unfinished link can go on without another sign-in. */
        canContinue: (journal: Journal, review?: state.Reviewing): boolean =>
          second !== undefined &&
          store._clock.now() < second.claims.expiresAt * 1000 &&
          (review !== undefined || second.claims.subject === journal.subject),
      };
    }),
    withHooks({ onInit: (store) => void store._restoreChoices() }),
  );
