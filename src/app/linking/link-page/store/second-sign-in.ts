import type { Signal } from '@angular/core';
import { tapResponse } from '@ngrx/operators';
import { rxMethod } from '@ngrx/signals/rxjs-interop';
import {
  defer,
  distinctUntilChanged,
  EMPTY,
  exhaustMap,
  filter,
  map,
  pairwise,
  pipe,
  startWith,
  Subject,
  switchMap,
  take,
  takeUntil,
  tap,
  type Observable,
} from 'rxjs';

import type { Account } from '../../../identity/account';
import type { Connection } from '../../../identity/connection';
import { isPassing } from '../../../identity/failure';
import type { Typed } from '../../../identity/sign-in/message-entry';
import type { HeldSignIn } from '../../../session/secondary/held-sign-in';
import type { PressedMethod } from '../../../session/window/pressed-method';
import type { AccountRead } from '../../account/signed-in-account-state';
import type { SignedInAccountStore } from '../../account/signed-in-account-store';
import { failureCodeOf } from '../../store/failure-code-of';
import type { LinkPlanner, PlanningEvent } from './link-planner';
import * as state from './linking-state';
import type { ProvenSecond } from './proven-second';

/** What a second sign-in needs of the store that it belongs to. */
interface Surroundings {
  readonly account: InstanceType<typeof SignedInAccountStore>;
  readonly readings: Observable<AccountRead>;
  /** Whether they have to confirm that it is them. */
  readonly mustConfirm: Observable<boolean>;
  /** Whether a sign-in may begin without a click, and nothing has to be finished first. */
  readonly mayBegin: (connection: Connection) => boolean;
  readonly planner: LinkPlanner;
  readonly second: ProvenSecond;
  readonly method: PressedMethod;
  /** The sign-in of a review that was left, and is come back to. */
  readonly held: HeldSignIn;
  readonly progress: Signal<state.LinkingProgress>;
  /** The tenant's clock. */
  readonly now: () => number;
  readonly show: (next: Partial<state.LinkingState>) => void;
  readonly continueLink: (link: state.ToContinue) => void;
}

/** The second sign-in of a link, from the click to the plan, or to what has to be proven again for an unfinished link. */
export function secondSignIn(around: Surroundings) {
  const { account, planner, second, show } = around;
  const typed = new Subject<Typed>();
  const stopped = new Subject<void>();
  // Now: an untaken press is given up as soon as this page has arrived.
  const pressed = around.method.take();

  function planned(event: PlanningEvent): void {
    switch (event.kind) {
      case 'windowAwaited':
        show(state.windowAwaited());
        break;
      case 'windowUnseen':
        show(state.windowLookedClosed());
        break;
      case 'answered':
        // Whoever was proven before gives way, so that a failure from here on is not taken for one of reading them.
        second.drop();
        show(state.secondSignedIn());
        break;
      case 'message':
        show(state.messageIs(event.entry));
        break;
      case 'signedIn':
        second.signIn(event);
        show(state.secondSignedIn());
        break;
      case 'proposed':
        second.prove(event.session);
        show(state.proposed(event.proposal, second.choicesFor(event.proposal)));
        account.judge();
        break;
      case 'provenAgain':
        second.prove(event.session);
        around.continueLink({ primary: event.primary, journal: event.journal });
    }
  }

  /** Somebody who has signed in stays proven where their account could not be read just now. */
  function notPlanned(cause: unknown): void {
    const code = failureCodeOf(cause);
    const isKept =
      around.progress().phase === 'reading' &&
      isPassing(code) &&
      second.signedInAt(around.now()) !== undefined;
    show(state.failed(code, isKept ? { kind: 'signIn' } : undefined));
  }

  /** Follows a second sign-in to its plan, for as long as it is wanted. */
  const toItsPlan = pipe(
    tapResponse({ next: planned, error: notPlanned }),
    takeUntil<PlanningEvent>(stopped),
  );

  /** The first account, once it can be read; until then the page says why it cannot, and asks again. */
  const firstAccount = (): Observable<Account> =>
    defer(() => around.readings.pipe(startWith(account.read()))).pipe(
      distinctUntilChanged(),
      tap((read) => {
        if (read.status !== 'failed') return;
        show(state.restarted());
        // In a window, so that this page stays, and with it the second sign-in.
        if (read.code === 'signed-out') account.requireConfirmation();
      }),
      filter((read) => read.status === 'read'),
      take(1),
      map((read) => read.account),
    );

  const comeBack = (connection: Connection) => planner.planReturned(firstAccount(), connection);

  /** The way back to a review that was left for another page of this application. */
  function leftBefore(connection: Connection): Observable<PlanningEvent> | undefined {
    const held = around.held.take(connection.name);
    if (held === undefined) return undefined;
    second.signIn(held);

    return planner.planAgain(firstAccount(), connection, held);
  }

  // exhaustMap: a click while a sign-in is open is ignored, and leaves no trace in state.
  const signIn = rxMethod<state.SignInRequest>(
    exhaustMap(({ connection, ...wish }) => {
      show(state.restarted());

      return account
        .onceConfirmed(() => planner.plan(firstAccount(), connection, { ...wish, typed }))
        .pipe(toItsPlan);
    }),
  );

  return {
    signIn,
    /** Gives up the sign-in that is open, if any. */
    stop: (): void => stopped.next(),
    enter: (entered: Typed): void => typed.next(entered),
    // exhaustMap: an account that is being read is not read twice.
    readAgain: rxMethod<Connection>(
      exhaustMap((connection) => {
        const signedIn = second.signedInAt(around.now());
        if (signedIn === undefined) return EMPTY;
        show(state.secondSignedIn());

        return planner.planAgain(firstAccount(), connection, signedIn).pipe(toItsPlan);
      }),
    ),
    resume: rxMethod<Connection | undefined>(
      exhaustMap((connection) => {
        const planning = connection && (comeBack(connection) ?? leftBefore(connection));
        if (planning === undefined) return EMPTY;
        show(state.secondSignedIn());

        return planning.pipe(toItsPlan);
      }),
    ),
    /**
     * Goes on with a code as soon as somebody has confirmed that it is them, and would only have to press once more. A
     * window opens for a click alone, and a page is left for one.
     */
    goOnConfirmed: rxMethod<Connection | undefined>(
      switchMap((connection) =>
        around.mustConfirm.pipe(
          pairwise(),
          filter(([had, has]) => had && !has && around.progress().phase === 'idle'),
          tap(() => {
            if (connection && around.mayBegin(connection)) signIn({ connection });
          }),
        ),
      ),
    ),
    goOnPressed: rxMethod<Connection | undefined>(
      pipe(
        filter((connection) => connection !== undefined),
        take(1),
        tap((connection) => {
          if (connection.name === pressed) signIn({ connection });
          around.method.drop();
        }),
      ),
    ),
  };
}
