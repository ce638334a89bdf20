import { computed, inject } from '@angular/core';
import { tapResponse } from '@ngrx/operators';
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
import {
  EMPTY,
  exhaustMap,
  filter,
  map,
  pipe,
  Subject,
  switchMap,
  take,
  takeUntil,
  tap,
  type Observable,
} from 'rxjs';

import { LIGATURE_CONFIG } from '../config/ligature-config';
import type { Account } from '../identity/account';
import type { Connection, Transport } from '../identity/connection';
import { chooseTransport } from '../identity/sign-in/transport';
import { SecondaryAuthService } from '../session/second/secondary-auth-service';
import { transportMemory } from '../session/storage/transport-memory';
import { failureCodeOf } from './failure-code-of';
import { LinkPlanner, type PlanningEvent } from './link-planner';
import * as state from './linking-state';
import { withConfirmedAccount } from './with-confirmed-account';
import { withLink } from './with-link';
import { withLinkEnding } from './with-link-ending';
import { withMessageSignIn, type ProvenByMessage } from './with-message-sign-in';
import { withReview } from './with-review';
import { withUnfinishedLink } from './with-unfinished-link';
import { withTracedPhases } from './with-traced-phases';

/** What a second sign-in needs to begin: for whom it is, and where the other account is. */
export interface SignInRequest {
  readonly primary: Account;
  readonly connection: Connection;
}

/** How much earlier than it does a second sign-in counts as expired, in milliseconds. */
const margin = 60_000;

/** A link from the first click to the receipt. Provided by the page, and gone with it. */
export const LinkingStore = signalStore(
  withConfirmedAccount(),
  withUnfinishedLink(),
  withReview(),
  withLinkEnding(),
  withLink(),
  withMessageSignIn(),
  withProps(() => ({
    connections: inject(LIGATURE_CONFIG).connections,
    _planner: inject(LinkPlanner),
    _secondaryAuth: inject(SecondaryAuthService),
  })),
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
  withMethods((store) => {
    const cancelled = new Subject<void>();

    function follow(event: PlanningEvent): void {
      switch (event.kind) {
        case 'windowClosed':
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

    /** Follows a second sign-in to its plan, and remembers that this way of signing in has worked. */
    const followed = (connection: Connection, transport?: Transport) =>
      tapResponse({
        next: (event: PlanningEvent) => {
          if (event.kind === 'signedIn' && transport !== undefined) {
            transportMemory.remember(connection, transport);
          }
          follow(event);
        },
        error: (cause) => patchState(store, state.failed(failureCodeOf(cause))),
      });

    /** The first account, once it can be read; until then the page says why it cannot, and asks again. */
    const primaryAccount = (): Observable<Account> =>
      store._accountRead.pipe(
        tap((read) => {
          if (read.status !== 'failed') return;
          patchState(store, state.restarted());
          // In a window, so that this page stays, and with it the second sign-in.
          if (read.code === 'signed-out') store.requireConfirmation();
        }),
        filter((read) => read.status === 'read'),
        take(1),
        map(({ account }) => account),
      );

    return {
      // exhaustMap: a click while a sign-in is open is ignored, and leaves no trace in state.
      signInByPopup: rxMethod<SignInRequest>(
        exhaustMap(({ primary, connection }) => {
          if (store.mustConfirmNow()) return EMPTY;
          patchState(store, state.windowOpened());

          return store._planner
            .planByPopup(primary, connection)
            .pipe(followed(connection, 'popup'), takeUntil(cancelled));
        }),
      ),
      signInByMessage(connection: Connection): void {
        if (store.mustConfirmNow()) return;
        store.beginMessage(connection);
        patchState(store, state.windowOpened());
      },
      /** Goes on from a sign-in by message to its plan. */
      _planByMessage: rxMethod<ProvenByMessage>(
        exhaustMap(({ session, connection }) => {
          const read = store.read();
          if (read.status !== 'read') {
            patchState(store, state.failed(read.status === 'failed' ? read.code : 'unreachable'));

            return EMPTY;
          }

          return store._planner
            .plan(read.account, connection, session)
            .pipe(followed(connection), takeUntil(cancelled));
        }),
      ),
      /** Leaves the page to sign in; what is chosen so far is in the address, and comes back with it. */
      leaveToSignIn: rxMethod<Connection>(
        // switchMap: a page that the browser brings back may be left again.
        switchMap((connection) => {
          cancelled.next();
          store.stopMessage();
          // Whatever was under way has ended with this; the person begins again, and confirms first if need be.
          patchState(store, state.restarted());
          if (store.mustConfirmNow()) return EMPTY;

          return store._secondaryAuth.leaveToSignIn(connection).pipe(
            tapResponse({
              next: () => undefined,
              error: (cause) => patchState(store, state.failed(failureCodeOf(cause))),
            }),
          );
        }),
      ),
      /** Goes on where the page was left to sign in, if this is how it was reached. */
      resume: rxMethod<Connection | undefined>(
        pipe(
          filter((connection) => connection !== undefined),
          exhaustMap((connection) => {
            const returned = store._secondaryAuth.returned(connection);
            if (returned === undefined) return EMPTY;
            patchState(store, state.secondSignedIn());

            // What has come back is used at once and kept, however long the first account cannot be read.
            return returned.pipe(
              switchMap((session) =>
                primaryAccount().pipe(
                  switchMap((primary) => store._planner.plan(primary, connection, session)),
                ),
              ),
              followed(connection, 'redirect'),
              takeUntil(cancelled),
            );
          }),
        ),
      ),
      /** How a second sign-in will travel here, if nobody chooses otherwise. */
      transportFor: (connection: Connection): Transport =>
        chooseTransport(connection, {
          isPhone: isPhone(),
          worked: transportMemory.worked(connection),
        }),
      /** Takes back a link that stands still here. */
      undoFromHere({ journal, review }: state.RecordedLink): void {
        const primary = review && store._partiesOf(review)?.primary;
        patchState(store, state.restarted());
        store.undo({ journal, ...(primary && { primary }) });
      },
      bringToFront: (): void => store._secondaryAuth.bringToFront(),
      restart(): void {
        store._forgetSecond();
        cancelled.next();
        store.stopMessage();
        patchState(store, state.restarted());
        store.readAccount();
      },
    };
  }),
  withFeature((store) => withTracedPhases('link', store.phase, store.progress)),
  withHooks({
    onInit: (store) => {
      store._planByMessage(store._provenByMessage);
      store._showReturned();
    },
  }),
);

/** Where a second window is a second tab, out of sight. */
const isPhone = (): boolean => matchMedia('(pointer: coarse) and (width < 600px)').matches;
