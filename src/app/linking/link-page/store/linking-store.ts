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
import {
  EMPTY,
  exhaustMap,
  filter,
  fromEvent,
  map,
  pipe,
  switchMap,
  tap,
  type Observable,
} from 'rxjs';

import type { Connection } from '../../../identity/connection';
import { isOfConnection } from '../../../identity/failure';
import type { Journal } from '../../../identity/link/journal';
import type { Direction } from '../../../identity/link/link-direction';
import {
  decided,
  turned,
  type LinkChoices,
  type SettingDecision,
} from '../../../identity/link/link-plan';
import type { LinkRemarks } from '../../../identity/link/receipt';
import type { UnfinishedLink } from '../../../identity/link/unfinished-link';
import { noRemarks, type LinkEvent } from '../../../saga/link/link-result';
import { LinkSaga } from '../../../saga/link/link-saga';
import type { SecondarySession } from '../../../session/secondary/client/secondary-session';
import { HeldSignIn } from '../../../session/secondary/held-sign-in';
import { SecondaryAuthService } from '../../../session/secondary/secondary-auth-service';
import { KeptChoices } from '../../../session/storage/kept-choices';
import { TenantClock } from '../../../session/tokens/tenant-clock';
import { PressedMethod } from '../../../session/window/pressed-method';
import type { AccountRead } from '../../account/signed-in-account-state';
import { SignedInAccountStore } from '../../account/signed-in-account-store';
import { ObservedLink, type EndedLink } from '../../store/observed-link';
import { withTracedPhases } from '../../store/with-traced-phases';
import { UnfinishedLinkStore } from '../../unfinished-link/unfinished-link-store';
import { isSettled } from '../../unfinished-link/unfinished-state';
import { knownEnd } from './known-end';
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
    const { _account: account, _second: second, _saga: saga } = store;

    type Begin<T> = (proven: SecondarySession) => Observable<T>;

    /** Begins if the second person is proven, and the first one as well. */
    const onceBothConfirmed = <T>(begin: Begin<T>): Observable<T> =>
      second.whileProven((proven) => account.onceConfirmed(() => begin(proven)));

    function choose(change: (choices: LinkChoices) => LinkChoices): void {
      const review = store.progress();
      if (review.phase !== 'reviewing') return;
      const choices = change(review.choices);
      second.choose(review.proposal, choices);
      patchState(store, state.chosen(review, choices));
    }

    // exhaustMap: what has been sent is followed to its end before anything else is.
    const continueLink = rxMethod<state.ToContinue>(
      exhaustMap((link) =>
        onceBothConfirmed((proven) => {
          const { journal, primary, review, isUnseen } = link;
          const parties = review
            ? saga.partiesOf(review.plan, proven)
            : saga.partiesToContinue(primary.userId, proven);

          return begun(state.underway(link), saga.continue(journal, parties, isUnseen));
        }),
      ),
    );

    function begun(link: state.LinkUnderway, run: Observable<LinkEvent>): Observable<unknown> {
      patchState(store, state.busyWith('preparing', link));

      return toItsEnd(link, run);
    }

    /** Follows a link to its end, though this page may be gone by then. */
    function toItsEnd(link: state.LinkUnderway, run: Observable<LinkEvent>): Observable<unknown> {
      return store._observed
        .follow(state.namedIn(link), run, (remarks) => reached(link, remarks))
        .pipe(
          tap((event) => {
            if (event.kind === 'ended') ended(link, event);
            else patchState(store, state.busyWith(event.phase, link));
          }),
        );
    }

    /** What remains to be done once a link has happened. */
    function reached(link: state.LinkUnderway, remarks: LinkRemarks) {
      second.forget();

      return store._ending.of(link, remarks);
    }

    /** Shows how a link has ended, or where it stands still: then the account is read, which may tell. */
    function ended(link: state.LinkUnderway, event: EndedLink): void {
      const { result } = event;
      const isOpen = result.kind === 'open' || result.kind === 'unknown';
      // Its owner proves themselves if the tenant wants it.
      if (isOpen && result.code === 'signed-out') account.requireConfirmation();
      if (isOpen && result.code === 'second-signed-out') second.drop();
      patchState(store, state.endedAs(link, event, store._clock.now()));
      if (isOpen) account.readAccount();
    }

    const signingIn = secondSignIn({
      account,
      readings: store._readings,
      mustConfirm: store._mustConfirm,
      mayBegin: (connection) => {
        const way = store._secondaryAuth.wayOf(connection);

        return (way === 'code' || way === 'link') && isSettled(store._unfinished.link());
      },
      planner: store._planner,
      second,
      method: store._method,
      held: store._held,
      progress: store.progress,
      now: () => store._clock.now(),
      show: (next) => patchState(store, next),
      continueLink,
    });

    // exhaustMap: what has been sent is followed to its end before anything else is.
    const link = rxMethod<state.Reviewing>(
      exhaustMap((review) =>
        onceBothConfirmed((proven) =>
          begun(
            { kind: 'reviewed', review },
            saga.link(review.plan, proven, review.proposal.connection.name),
          ),
        ),
      ),
    );

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

    return {
      /** What the person will see of a sign-in. */
      wayOf: (connection: Connection) => store._secondaryAuth.wayOf(connection),
      signIn: signingIn.signIn,
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
          tap((made) => {
            patchState(store, {
              keptFor: made?.subject,
              ...state.restored(store.progress(), made),
            });
          }),
        ),
      ),
      link,
      reviewAgain,
      /** Does once more what has failed, with what was kept of it; begins anew where nothing was. */
      tryAgain(connection: Connection): void {
        const progress = store.progress();
        const kept = progress.phase === 'failed' ? progress.kept : undefined;
        const now = store._clock.now();
        if (kept?.kind === 'review' && second.isProvenAt(now)) {
          // Under the review, somebody who has to confirm that it is them is asked to.
          reviewAgain();
          link(kept.review);
        } else if (kept?.kind === 'signIn' && second.signedInAt(now)) {
          signingIn.readAgain(connection);
        } else {
          restart();
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
      findOut: rxMethod<state.Reviewing>(
        exhaustMap((review) =>
          second.whileProven((proven) => {
            patchState(store, state.checkedOnceMore(store.progress()));

            return toItsEnd({ kind: 'reviewed', review }, saga.findOut(review.plan, proven));
          }),
        ),
      ),
      continueLink,
      /** Whether an unfinished link can go on without another sign-in. */
      canContinue: (journal: Journal, review?: state.Reviewing): boolean =>
        second.canContinue(store._clock.now(), journal, review),
      canUndo: (link: state.RecordedLink): boolean => second.canUndo(link),
      /** Takes back a link that stands still here. */
      undoFromHere(link: state.RecordedLink): void {
        if (!second.canUndo(link)) return;
        const { journal, review } = link;
        const proven = second.session;
        const kept = review && proven && saga.partiesOf(review.plan, proven).kept;
        patchState(store, state.restarted());
        store._unfinished.undo({ journal, ...(kept && { kept }) });
      },
      /** Follows what the account shows of a link that stands still here, however it has come to be known. */
      _followKnown: rxMethod<AccountRead>(
        exhaustMap((read) => {
          const progress = store.progress();
          const end = knownEnd(progress, read);
          if (end?.kind === 'takenBack') patchState(store, state.failed('undone'));
          if (end?.kind === 'journalSeen') patchState(store, state.journalSeen(progress));
          if (end?.kind === 'neverBegun') {
            patchState(store, state.neverBegun(end));
            account.judge();
          }
          if (end?.kind !== 'linked') return EMPTY;
          const shown = store._unfinished.link();

          return reached(end.link, shown.status === 'finished' ? shown : noRemarks).pipe(
            tap((receipt) => patchState(store, state.linked(receipt))),
          );
        }),
      ),
      /** Goes on by itself once nobody else is at work on a link that this page was asked to continue. */
      _goOnAfterOthers: rxMethod<UnfinishedLink>(
        tap((shown) => {
          const link = state.freeAgain(store.progress(), shown);
          const read = account.read();
          if (link === undefined || read.status !== 'read') return;
          if (!second.canContinue(store._clock.now(), link.journal, link.review)) return;
          continueLink({ ...link, primary: read.account });
        }),
      ),
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
  withHooks({
    onInit(store) {
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
