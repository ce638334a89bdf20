import { DestroyRef, inject } from '@angular/core';
import { tapResponse } from '@ngrx/operators';
import {
  patchState,
  signalStore,
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
  from,
  map,
  pipe,
  Subject,
  switchMap,
  takeUntil,
  tap,
  type Observable,
} from 'rxjs';

import { labelOf } from '../../../identity/account';
import type { EmailClaim } from '../../../identity/sign-in/second-account';
import { ManagementApiError } from '../../../management-api/management-api-error';
import { ManagementApiService } from '../../../management-api/management-api-service';
import { RestoreSaga } from '../../../saga/settings/restore-saga';
import type { SecondarySession } from '../../../session/secondary/client/secondary-session';
import {
  SecondaryAuthService,
  type SecondaryEvent,
} from '../../../session/secondary/secondary-auth-service';
import { SignInError } from '../../../session/sign-in/sign-in-error';
import type { Drill, Who } from '../catalogue/drill';
import { DrillsStore } from '../drills-store';
import { nextPart, type Guide } from '../judge/guide';
import * as state from './guide-state';
import { GuidedDrill } from './store/guided-drill';
import type { ProvenPart } from './store/guided-parts';

/**
 * A drill that a person goes through: on any tenant, with accounts that they have. It outlives the section, so that it is
 * found again by whoever comes back from another page; who leaves the tab is asked first, for its tokens end with that.
 */
export const GuideStore = signalStore(
  { providedIn: 'root' },
  withState(state.noGuide),
  withProps(() => ({
    _api: inject(ManagementApiService),
    _saga: inject(RestoreSaga),
    _signIn: inject(SecondaryAuthService),
    _drills: inject(DrillsStore),
  })),
  withMethods((store) => {
    // Kept out of the state: it holds the tokens of the accounts that take part.
    let guided: GuidedDrill | undefined;

    const signInStopped = new Subject<void>();

    const partOf = (session: SecondarySession): Observable<ProvenPart> =>
      store._api
        .readAccount(session.claims.subject, session)
        .pipe(map((found) => ({ party: { userId: found.userId, bearer: session }, found })));

    function take(who: Who, part: ProvenPart, email: EmailClaim): void {
      const guide = store.guide();
      if (guide.status !== 'choosing' || guided === undefined) return;
      const mustBeUnverified = guide.drill.participants[who]?.isVerified === false;
      if (guided.parts.has(part.found.userId)) {
        patchState(store, state.refused('taken-twice'));
      } else if (mustBeUnverified && email !== 'unverified') {
        patchState(store, state.refused('verified-already'));
      } else {
        guided.parts.add(who, part);
        patchState(store, state.provenFor(who, labelOf(part.found)));
      }
    }

    /** Goes on with what is heard of a sign-in for a part. */
    function heard(who: Who, event: SecondaryEvent): Observable<unknown> {
      switch (event.kind) {
        case 'windowUnseen':
          patchState(store, state.refused('window-unseen'));

          return EMPTY;
        case 'answered':
          // A window that was out of sight has brought its answer, and no other may take its place now.
          patchState(store, state.askingFor(who));

          return EMPTY;
        case 'signedIn': {
          const session = event.result;

          return partOf(session).pipe(tap((part) => take(who, part, session.claims.email)));
        }
        default:
          return EMPTY;
      }
    }

    return {
      /** Whose accounts take part is chosen first; nothing is written. */
      choose(drill: Drill): void {
        signInStopped.next();
        guided = new GuidedDrill(drill, store._saga);
        patchState(store, state.choosing(drill));
      },
      /** Proves an account for a part, in a window: one at a time, and another for one that is out of sight. */
      prove: rxMethod<Who>(
        pipe(
          filter(() => !isAsking(store.guide())),
          switchMap((who) => {
            const guide = store.guide();
            if (guide.status !== 'choosing') return EMPTY;
            const part = guide.drill.participants[who];
            if (part === undefined) return EMPTY;
            patchState(store, state.askingFor(who));

            return store._signIn.signIn(part.connection, { way: 'window' }).pipe(
              switchMap((event) => heard(who, event)),
              tapResponse({
                next: () => undefined,
                error: (cause) => patchState(store, state.refused(codeOf(cause))),
              }),
              takeUntil(signInStopped),
            );
          }),
        ),
      ),
      /** Opens the window of the drill, in the click itself, and gives the accounts what the drill needs. */
      start: rxMethod<void>(
        exhaustMap(() => {
          const guide = store.guide();
          if (guide.status !== 'choosing' || guided === undefined) return EMPTY;
          const { drill, proven } = guide;
          if (nextPart(drill, proven) !== undefined) return EMPTY;
          if (!guided.openWindow()) {
            patchState(store, state.refused('no-window'));

            return EMPTY;
          }
          patchState(store, state.preparing(drill));
          const next = (isReady: boolean) => (isReady ? state.going : state.notPrepared);

          return from(guided.prepare()).pipe(
            tap((isReady) => patchState(store, next(isReady)(drill, proven))),
          );
        }),
      ),
      /** Looks what has become of the accounts, unless the person gives up, and puts them back. */
      end: rxMethod<{ readonly isDone: boolean }>(
        exhaustMap((end) => {
          const guide = store.guide();
          if (guide.status !== 'going' || guided === undefined) return EMPTY;
          const { drill } = guide;
          patchState(store, state.puttingBack(drill));

          return from(guided.finish(end)).pipe(
            tap((outcome) => {
              guided = undefined;
              store._drills.ended(drill, outcome);
              patchState(store, state.noGuide);
            }),
          );
        }),
      ),
      /** Leaves a drill of which nothing has begun. */
      leave(): void {
        signInStopped.next();
        guided = undefined;
        patchState(store, state.noGuide);
      },
    };
  }),
  withHooks({
    onInit(store, destroyRef = inject(DestroyRef)) {
      // The browser asks in its own words.
      const ask = (event: BeforeUnloadEvent): void => {
        if (isUnfinished(store.guide())) event.preventDefault();
      };
      window.addEventListener('beforeunload', ask);
      destroyRef.onDestroy(() => window.removeEventListener('beforeunload', ask));
    },
  }),
);

const isAsking = (guide: Guide): boolean =>
  guide.status === 'choosing' && guide.asking !== undefined;

/** Whether something would be lost with the page: who has signed in, or what is to be put back. */
const isUnfinished = (guide: Guide): boolean =>
  guide.status === 'choosing' ? Object.keys(guide.proven).length > 0 : guide.status !== 'none';

const codeOf = (cause: unknown) =>
  cause instanceof ManagementApiError ? cause.code : SignInError.from(cause).code;
