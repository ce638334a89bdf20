import type { AuthService } from '@auth0/auth0-angular';
import {
  filter,
  firstValueFrom,
  forkJoin,
  from,
  map,
  merge,
  of,
  switchMap,
  take,
  type Observable,
} from 'rxjs';

import type { SessionTrace } from '../sign-in/session-trace';
import { lastUser } from '../user/last-user';
import type { PinnedUser } from '../user/pinned-user';
import { userOf } from '../user/user';
import { sessionStateOf, type SessionState } from './session-state';

/**
 * Waits until the SDK knows what it has, and holds it against whom this tab belongs to: the first person is
 * pinned, and of anybody else nothing is kept.
 */
export const resolveSession = (
  auth: AuthService,
  pinned: PinnedUser,
  trace: SessionTrace,
): Observable<SessionState> =>
  auth.isLoading$.pipe(
    filter((loading) => !loading),
    take(1),
    switchMap(() =>
      forkJoin([
        auth.idTokenClaims$.pipe(
          take(1),
          switchMap(async (claims) => ({
            claims,
            isNewHere:
              claims != null && (await lastUser.isSomebodyElseThan(userOf(claims).subject)),
          })),
        ),
        pinned.read(),
        merge(auth.error$, of(undefined)).pipe(take(1)),
      ]),
    ),
    map(([{ claims, isNewHere }, expected, error]) => {
      const state = sessionStateOf(claims, expected, error, isNewHere);
      trace.settled(state, claims ?? undefined);

      return state;
    }),
    switchMap((state) => from(keep(state, auth, pinned)).pipe(map(() => state))),
  );

async function keep(state: SessionState, auth: AuthService, pinned: PinnedUser): Promise<void> {
  switch (state.status) {
    case 'signedIn':
      await Promise.all([pinned.pin(state.user), lastUser.remember(state.user.subject)]);
      break;
    case 'anotherPerson':
      await firstValueFrom(auth.logout({ openUrl: false }));
      break;
    case 'newPerson':
    case 'signedOut':
    case 'starting':
  }
}
