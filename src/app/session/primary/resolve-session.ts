import type { AuthService } from '@auth0/auth0-angular';
import { filter, firstValueFrom, merge, of } from 'rxjs';

import { forgetfulTab, unfinishedSignOut } from '../sealed/marks';
import type { SealedStore } from '../sealed/sealed-store';
import { tabStorage } from '../sealed/tab-storage';
import type { SessionTrace } from '../sign-in/session-trace';
import { lastUser } from '../user/last-user';
import type { PinnedUser } from '../user/pinned-user';
import { userOf } from '../user/user';
import { sessionStateOf, type SessionState, type SignInProblem } from './session-state';

/** Tells what the session is once the SDK knows. Pins the first person to sign in; keeps nothing of another one. */
export async function resolveSession(
  auth: AuthService,
  pinned: PinnedUser,
  trace: SessionTrace,
): Promise<SessionState> {
  await firstValueFrom(auth.isLoading$.pipe(filter((isLoading) => !isLoading)));
  const [claims, pinnedUser, error] = await Promise.all([
    firstValueFrom(auth.idTokenClaims$),
    pinned.read(),
    firstValueFrom(merge(auth.error$, of(undefined))),
  ]);
  const isNewHere = claims != null && (await lastUser.isSomebodyElseThan(userOf(claims).subject));
  const state = sessionStateOf({ claims, pinned: pinnedUser, error, isNewHere });
  trace.settled(state, claims ?? undefined);
  if (state.status === 'signedIn') {
    await Promise.all([pinned.pin(state.user), lastUser.remember(state.user.subject)]);
  } else if (state.status === 'anotherPerson') {
    await firstValueFrom(auth.logout({ openUrl: false }));
  }

  return state;
}

/** Gives the state in which nobody is signed in, with this problem or else one that the browser's memory tells of. */
export function nobody(problem = problemOfTheBrowser()): SessionState {
  return { status: 'signedOut', ...(problem && { problem }) };
}

/** Adds to a state whether a reload forgets, or has forgotten, who is signed in. */
export async function withMemory(state: SessionState, store: SealedStore): Promise<SessionState> {
  if (state.status === 'signedIn') {
    return (await isForgetful(store)) ? { ...state, isForgetful: true } : state;
  }
  const saysNothing =
    state.status === 'signedOut' && state.problem === undefined && state.expected === undefined;
  const isLost = saysNothing && store.names().length > 0 && (await store.opening()) === 'refused';

  return isLost ? nobody('forgotten') : state;
}

/** Whether a reload forgets who is signed in; noted in the tab for the page that comes next. */
async function isForgetful(store: SealedStore): Promise<boolean> {
  if (await store.outlivesThePage()) {
    forgetfulTab.forget();

    return false;
  }
  forgetfulTab.note();

  // What is only late is sealed when the key comes, as it nearly always does.
  return (await store.opening()) !== 'silent';
}

function problemOfTheBrowser(): SignInProblem | undefined {
  if (!tabStorage.works()) return 'storage-refused';
  if (unfinishedSignOut.isNoted()) return 'still-known';

  return forgetfulTab.isNoted() ? 'forgotten' : undefined;
}
