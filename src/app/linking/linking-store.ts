import { computed, inject } from '@angular/core';
import {
  patchState,
  signalStore,
  withComputed,
  withFeature,
  withHooks,
  withMethods,
  withProps,
} from '@ngrx/signals';
import { rxMethod } from '@ngrx/signals/rxjs-interop';
import { tap } from 'rxjs';

import { LIGATURE_CONFIG } from '../config/ligature-config';
import type { UnfinishedLink } from '../identity/link/unfinished-link';
import * as state from './linking-state';
import { transportFor } from './transport-for';
import { withConfirmedAccount } from './with-confirmed-account';
import { withFullPageSignIn } from './with-full-page-sign-in';
import { withLink } from './with-link';
import { withLinkEnding } from './with-link-ending';
import { withMessagePlanning } from './with-message-planning';
import { withPlanning } from './with-planning';
import { withReview } from './with-review';
import { withTracedPhases } from './with-traced-phases';
import { withUnfinishedLink } from './with-unfinished-link';
import { withWindowSignIn } from './with-window-sign-in';

/** How much earlier than it does a second sign-in counts as expired, in milliseconds. */
const margin = 60_000;

/** A link from the first click to the receipt. Provided by the page, and gone with it. */
export const LinkingStore = signalStore(
  withConfirmedAccount(),
  withUnfinishedLink(),
  withReview(),
  withLinkEnding(),
  withLink(),
  withPlanning(),
  withWindowSignIn(),
  withMessagePlanning(),
  withFullPageSignIn(),
  withProps(() => ({ connections: inject(LIGATURE_CONFIG).connections })),
  withComputed((store) => ({
    /** When the second sign-in stops proving anything, by this device's clock; a little early, to be on time. */
    expiresAt: computed(() => {
      const progress = store.progress();

      return progress.phase === 'reviewing'
        ? store._clock.onThisDevice(progress.proposal.proofExpires) - margin
        : undefined;
    }),
    /** Whether somebody has proven the second account, which only this page knows. */
    isSecondProven: computed(
      // A page that was left to prove it may have to wait, in its first phase, for the first person.
      () => store.progress().phase !== 'idle' || store.isConfirmationRequired(),
    ),
    /** Where the link stands: the person confirms that it is them before they begin, and before they send. */
    phase: computed(() => {
      const progress = store.progress();
      const asksFirst =
        progress.phase === 'idle' ||
        progress.phase === 'reviewing' ||
        (progress.phase === 'unknown' && progress.code === 'signed-out');

      return asksFirst && store.mustConfirm() ? 'confirmingPrimary' : progress.phase;
    }),
  })),
  withMethods((store) => ({
    transportFor,
    /** Takes back a link that stands still here. */
    undoFromHere(link: state.RecordedLink): void {
      if (!store.canUndo(link)) return;
      const { journal, review } = link;
      const primary = review && store._partiesOf(review)?.primary;
      patchState(store, state.restarted());
      store.undo({ journal, ...(primary && { primary }) });
    },
    /** Lets go of the second account, wherever it stands, and begins again. */
    restart(): void {
      store._forgetSecond();
      store._stopPlanning();
      store.stopMessage();
      patchState(store, state.restarted());
      store.readAccount();
    },
  })),
  withFeature((store) => withTracedPhases('link', store.phase, store.progress)),
  withMethods((store) => ({
    /** Goes on by itself once nobody else is at work on a link that this page was asked to continue. */
    _goOnAfterOthers: rxMethod<UnfinishedLink>(
      tap((shown) => {
        const progress = store.progress();
        if (progress.phase !== 'unknown' || progress.code !== 'busy-elsewhere') return;
        const read = store.read();
        if (shown.status !== 'open' || shown.busyUntil !== undefined || read.status !== 'read')
          return;
        const { review } = progress.link;
        if (!store.canContinue(shown.journal, review)) return;
        store.continueLink({
          journal: shown.journal,
          primary: read.account,
          ...(review && { review }),
        });
      }),
    ),
  })),
  withHooks({
    onInit(store) {
      store._showReturned();
      store._goOnAfterOthers(store.unfinished);
    },
  }),
);
