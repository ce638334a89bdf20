import { inject } from '@angular/core';
import { patchState, signalStoreFeature, withMethods, withProps, withState } from '@ngrx/signals';
import { rxMethod } from '@ngrx/signals/rxjs-interop';
import {
  catchError,
  EMPTY,
  exhaustMap,
  filter,
  from,
  map,
  switchMap,
  tap,
  type Observable,
} from 'rxjs';

import { LIGATURE_CONFIG } from '../config/ligature-config';
import { labelOf } from '../identity/account';
import { ManagementApiError } from '../management-api/management-api-error';
import { ManagementApiService } from '../management-api/management-api-service';
import { RestoreSaga } from '../saga/restore-saga';
import type { SecondSession } from '../session/second/second-session';
import { SecondaryAuthService } from '../session/second/secondary-auth-service';
import { SignInError } from '../session/sign-in-error';
import { DrillWindow } from './drill-window';
import type { Drill, Who } from './drills/drill';
import type { DrillOutcome } from './drills/drill-result';
import { nextPart, type Guide, type GuideProblem } from './drills/guide';
import { GuidedDrill, type ProvenPart } from './guided-drill';

/** Gives a store the drills that a person goes through: on any tenant, with accounts that they have. */
export const withGuide = (ended: (drill: Drill, outcome: DrillOutcome) => void) =>
  signalStoreFeature(
    withState<{ readonly guide: Guide }>({ guide: { is: 'none' } }),
    withProps(() => ({
      _guideApi: inject(ManagementApiService),
      _guideSaga: inject(RestoreSaga),
      _guideSignIn: inject(SecondaryAuthService),
      _guideConfig: inject(LIGATURE_CONFIG),
    })),
    withMethods((store) => {
      // Kept out of the state: it holds the tokens of the accounts that take part.
      let guided: GuidedDrill | undefined;
      let window: DrillWindow | undefined;

      function problem(code: GuideProblem): void {
        const guide = store.guide();
        if (guide.is !== 'choosing') return;
        const { drill, proven } = guide;
        patchState(store, { guide: { is: 'choosing', drill, proven, problem: code } });
      }

      const proven = (who: Who, session: SecondSession): Observable<ProvenPart> =>
        store._guideApi.readAccount(session.claims.subject, session).pipe(
          map((found) => ({ party: { userId: found.userId, bearer: session }, found })),
          tap((part) => {
            const guide = store.guide();
            if (guide.is !== 'choosing' || guided === undefined) return;
            const mustBeUnverified = guide.drill.cast[who]?.isVerified === false;
            if (guided.has(part.found.userId)) problem('taken-twice');
            else if (mustBeUnverified && session.claims.emailVerified) problem('verified-already');
            else {
              guided.add(who, part);
              const names = { ...guide.proven, [who]: labelOf(part.found) };
              patchState(store, {
                guide: { is: 'choosing', drill: guide.drill, proven: names },
              });
            }
          }),
        );

      async function prepare(drill: Drill): Promise<void> {
        const guide = store.guide();
        if (guide.is !== 'choosing' || guided === undefined) return;
        patchState(store, { guide: { is: 'preparing', drill } });
        const isReady = await guided.prepare();
        patchState(store, {
          guide: isReady ? { is: 'going', drill, proven: guide.proven } : guide,
        });
        if (!isReady) problem('not-prepared');
      }

      return {
        /** Whose accounts take part is chosen first; nothing is written. */
        guideThrough(drill: Drill): void {
          guided = new GuidedDrill(drill, store._guideSaga);
          patchState(store, { guide: { is: 'choosing', drill, proven: {} } });
        },
        /** Proves an account for a part, in a window; exhaustMap: one at a time. */
        proveForGuide: rxMethod<Who>(
          exhaustMap((who) => {
            const guide = store.guide();
            if (guide.is !== 'choosing') return EMPTY;
            const name = guide.drill.cast[who]?.connection;
            const connection = store._guideConfig.connections.find((one) => one.name === name);
            if (connection === undefined) return EMPTY;
            const { drill, proven: names } = guide;
            patchState(store, { guide: { is: 'choosing', drill, proven: names, asking: who } });

            return store._guideSignIn.signInByPopup(connection).pipe(
              filter((event) => event.kind === 'signedIn'),
              switchMap(({ result }) => proven(who, result)),
              catchError((cause: unknown) => {
                problem(
                  cause instanceof ManagementApiError ? cause.code : SignInError.from(cause).code,
                );

                return EMPTY;
              }),
            );
          }),
        ),
        /** Opens the window of the drill, in the click itself, and gives the accounts what the drill needs. */
        startGuide: rxMethod<void>(
          exhaustMap(() => {
            const guide = store.guide();
            if (guide.is !== 'choosing' || guided === undefined) return EMPTY;
            if (nextPart(guide.drill, guide.proven) !== undefined) return EMPTY;
            window = DrillWindow.open();
            if (window === undefined) {
              problem('no-window');

              return EMPTY;
            }

            return from(prepare(guide.drill));
          }),
        ),
        /** Looks what has become of the accounts, unless the person gives up, and puts them back. */
        endGuide: rxMethod<{ readonly isDone: boolean }>(
          exhaustMap(({ isDone }) => {
            const guide = store.guide();
            if (guide.is !== 'going' || guided === undefined) return EMPTY;
            const { drill } = guide;
            patchState(store, { guide: { is: 'puttingBack', drill } });

            return from(guided.finish(window?.sights ?? [], isDone)).pipe(
              tap((outcome) => {
                guided = undefined;
                window?.close();
                window = undefined;
                ended(drill, outcome);
                patchState(store, { guide: { is: 'none' } });
              }),
            );
          }),
        ),
        /** Puts back what a drill has begun whose page is left; nobody is there any more to be told. */
        _abandonGuide(): void {
          if (store.guide().is === 'going') void guided?.finish([], false);
        },
        /** Leaves a drill of which nothing has begun. */
        leaveGuide(): void {
          guided = undefined;
          patchState(store, { guide: { is: 'none' } });
        },
      };
    }),
  );
