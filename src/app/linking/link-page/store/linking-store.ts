import { computed, inject } from '@angular/core';
import { toObservable } from '@angular/core/rxjs-interop';
import {
  patchState,
  signalStore,
  withComputed,
  withFeature,
  withHooks,
  withMethods,
  withProps,
  withState,
} from '@ngrx/signals';
import { rxMethod } from '@ngrx/signals/rxjs-interop';
import { filter, fromEvent, map, pipe, switchMap, tap } from 'rxjs';

import type { Connection } from '../../../identity/connection';
import { isOfAnotherLink, isOfConnection } from '../../../identity/failure';
import type { Direction } from '../../../identity/link/link-direction';
import {
  decided,
  turned,
  type LinkChoices,
  type SettingDecision,
} from '../../../identity/link/link-plan';
import { LinkSaga } from '../../../saga/link/link-saga';
import { PORTAL_HOOKS } from '../../../saga/ports/portal-hooks';
import { HeldSignIn } from '../../../session/secondary/held-sign-in';
import { SecondaryAuthService } from '../../../session/secondary/secondary-auth-service';
import { KeptChoices } from '../../../session/storage/kept-choices';
import { TenantClock } from '../../../session/tokens/tenant-clock';
import { PressedMethod } from '../../../session/window/pressed-method';
import { SignedInAccountStore } from '../../account/signed-in-account-store';
import { ObservedLink } from '../../store/observed-link';
import { withToldFailures } from '../../store/with-told-failures';
import { withTracedPhases } from '../../store/with-traced-phases';
import { UnfinishedLinkStore } from '../../unfinished-link/unfinished-link-store';
import { isSettled } from '../../unfinished-link/unfinished-state';
import { agreedLink } from './agreed-link';
import { LinkEnding } from './link-ending';
import { LinkPlanner } from './link-planner';
import * as state from './linking-state';
import { ProvenSecond } from './proven-second';
import { secondSignIn } from './second-sign-in';

/**
 * A link from the first click to the receipt, in the order of the journey: sign in, review, link, outcome. Provided
 * by the link page, and gone with it.
 */
export const LinkingStore = signalStore(
  withState(state.initialLinkingState),
  withProps(() => {
    const account = inject(SignedInAccountStore);

    return {
      _method: inject(PressedMethod),
      _held: inject(HeldSignIn),
      _account: account,
      _readings: toObservable(computed(() => account.read())),
      _mustConfirm: toObservable(account.mustConfirm),
      _unfinished: inject(UnfinishedLinkStore),
      _secondaryAuth: inject(SecondaryAuthService),
      _planner: inject(LinkPlanner),
      _second: new ProvenSecond(inject(KeptChoices)),
      _saga: inject(LinkSaga),
      _observed: inject(ObservedLink),
      _ending: inject(LinkEnding),
      _clock: inject(TenantClock),
      _hooks: inject(PORTAL_HOOKS, { optional: true }),
    };
  }),
  withComputed((store) => ({
    phase: computed(() => state.phaseOf(store.progress(), store._account.mustConfirm())),
    /** When the second sign-in stops proving anything, by this device's clock. */
    expiresAt: computed(() =>
      state.proofEnds(store.progress(), (time) => store._clock.onThisDevice(time)),
    ),
  })),
  withMethods((store) => {
    const { _account: account, _second: second } = store;
    /** What the second sign-in and the link itself have in common. */
    const shared = {
      account,
      second,
      progress: store.progress,
      now: () => store._clock.now(),
      show: (next: Partial<state.LinkingState>) => patchState(store, next),
    };

    // First, since whoever proves an account again for an unfinished link has agreed to that already.
    const agreed = agreedLink({
      ...shared,
      unfinished: store._unfinished,
      saga: store._saga,
      observed: store._observed,
      ending: store._ending,
      hooks: store._hooks,
    });

    const signingIn = secondSignIn({
      ...shared,
      readings: store._readings,
      mustConfirm: store._mustConfirm,
      mayBegin: (connection) => {
        const way = store._secondaryAuth.wayOf(connection);

        return (way === 'code' || way === 'link') && isSettled(store._unfinished.link());
      },
      planner: store._planner,
      method: store._method,
      held: store._held,
      continueLink: agreed.continueLink,
    });

    function choose(change: (choices: LinkChoices) => LinkChoices): void {
      const review = store.progress();
      if (review.phase !== 'reviewing') return;
      const choices = change(review.choices);
      second.choose(review.proposal, choices);
      patchState(store, state.chosen(review, choices));
    }

    /** Shows the review again that was agreed to before something failed, with everything as it was. */
    function reviewAgain(): void {
      const progress = store.progress();
      if (progress.phase !== 'failed' || progress.kept?.kind !== 'review') return;
      patchState(store, state.reviewedAgain(progress.kept.review));
      account.judge();
    }

    /** Lets go of the second account, wherever it stands, and begins again. */
    function restart(): void {
      second.drop();
      signingIn.stop();
      patchState(store, state.restarted());
      account.readAccount();
    }

    /** Gives up the second account, or a window that is out of sight, and has one proven in the same click. */
    function signInAnew(connection: Connection): void {
      restart();
      signingIn.signIn({ connection });
    }

    return {
      /** What the person will see of a sign-in. */
      wayOf: (connection: Connection) => store._secondaryAuth.wayOf(connection),
      signIn: signingIn.signIn,
      signInAnew,
      /** Gives up the sign-in that is open, if any, and leaves the page for one; what is chosen so far is kept. */
      signInOnFullPage(connection: Connection): void {
        signingIn.stop();
        signingIn.signIn({ connection, way: 'fullPage' });
      },
      enter: signingIn.enter,
      bringToFront: (): void => store._secondaryAuth.bringToFront(),
      /** Goes on where the page was left to sign in, if this is how it was reached. */
      resume: signingIn.resume,
      /** Goes on with the sign-in of the method that was pressed on the page before; a page that is loaded knows of none. */
      goOnPressed: signingIn.goOnPressed,
      /** Goes on with a code once the person has confirmed that it is them. */
      goOnConfirmed: signingIn.goOnConfirmed,
      chooseDirection: (direction: Direction): void =>
        choose((choices) => turned(choices, direction)),
      decide: (decision: SettingDecision): void => choose((choices) => decided(choices, decision)),
      /** Takes up what was chosen before the page was left, and shows it if its review is here already. */
      _restoreChoices: rxMethod<void>(
        pipe(
          switchMap(() => second.restore()),
          tap((made) => patchState(store, state.restored(store.progress(), made))),
        ),
      ),
      link: agreed.link,
      reviewAgain,
      /**
       * Does once more what has failed, with what was kept of it; where nothing was, has an account proven in the same
       * click. A link that is in the way is shown instead.
       */
      tryAgain(connection: Connection): void {
        const progress = store.progress();
        const kept = progress.phase === 'failed' ? progress.kept : undefined;
        const now = store._clock.now();
        if (kept?.kind === 'review' && second.isProvenAt(now)) {
          // Under the review, somebody who has to confirm that it is them is asked to.
          reviewAgain();
          agreed.link(kept.review);
        } else if (kept?.kind === 'signIn' && second.signedInAt(now)) {
          signingIn.readAgain(connection);
        } else if (progress.phase === 'failed' && isOfAnotherLink(progress.code)) {
          restart();
        } else {
          signInAnew(connection);
        }
      },
      /** Back online, a failure for want of a connection is over: the page goes on as far as it may by itself. */
      goOnOnline: rxMethod<Connection | undefined>(
        pipe(
          switchMap((connection) => fromEvent(window, 'online').pipe(map(() => connection))),
          tap((connection) => {
            const progress = store.progress();
            if (progress.phase === 'unknown') {
              patchState(store, state.backOnline(progress));
              account.readAccount();
            }
            if (progress.phase !== 'failed' || !isOfConnection(progress.code)) return;
            if (progress.kept?.kind === 'review') reviewAgain();
            else if (progress.kept && connection) signingIn.readAgain(connection);
          }),
        ),
      ),
      findOut: agreed.findOut,
      continueLink: agreed.continueLink,
      /** Whether an unfinished link can go on without another sign-in. */
      canContinue: agreed.canContinue,
      canUndo: (link: state.RecordedLink): boolean => second.canUndo(link),
      /** Takes back a link that stands still here. */
      undoFromHere: agreed.undo,
      /** Follows what the account shows of a link that stands still here, however it has come to be known. */
      _followKnown: agreed.followKnown,
      /** Goes on by itself once nobody else is at work on a link that this page was asked to continue. */
      _goOnAfterOthers: agreed.goOnAfterOthers,
      /** Shows the end of a link after which the page was left and came back as the other account's. */
      _showReturned: rxMethod<void>(
        pipe(
          switchMap(() => store._ending.returned()),
          filter((receipt) => receipt !== undefined),
          tap((receipt) => patchState(store, state.linked(receipt))),
        ),
      ),
      restart,
    };
  }),
  withFeature((store) => withTracedPhases('link', store.phase, store.progress)),
  withFeature((store) => withToldFailures(store.progress)),
  withHooks({
    onInit(store) {
      const { refusal } = store._secondaryAuth;
      if (refusal !== undefined) patchState(store, state.failed(refusal));
      store._restoreChoices();
      store._followKnown(store._readings);
      store._showReturned();
      store._goOnAfterOthers(store._unfinished.link);
    },
    onDestroy({ _method, _held, _second, _clock, progress }) {
      _method.drop();
      const review = progress();
      const signedIn = _second.signedInAt(_clock.now());
      // Who has not given it up may only have gone back to look.
      if (review.phase === 'reviewing' && signedIn) {
        _held.hold(review.proposal.connection.name, signedIn);
      }
    },
  }),
);
