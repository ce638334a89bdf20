import { forgetfulTab } from '../sealed/forgetful-tab';
import type { SealedStore } from '../sealed/sealed-store';
import { tabStorage } from '../sealed/tab-storage';
import { unfinishedSignOut } from '../storage/unfinished-sign-out';
import type { SessionState, SignInProblem } from './session-state';

/** Gives the state in which nobody is signed in, with this problem or else one that the browser's memory tells of. */
export function nobody(problem?: SignInProblem): SessionState {
  const reason = problem ?? reasonOfTheBrowser();

  return { status: 'signedOut', ...(reason && { problem: reason }) };
}

/** Adds to a state whether a reload forgets, or has forgotten, who is signed in. */
export async function withMemory(state: SessionState, store: SealedStore): Promise<SessionState> {
  switch (state.status) {
    case 'signedIn':
      if (await store.outlivesThePage()) {
        forgetfulTab.forget();

        return state;
      }
      forgetfulTab.note();

      // What is only late is sealed when the key comes, as it nearly always does.
      return (await store.opening()) === 'silent' ? state : { ...state, isForgetful: true };
    case 'signedOut':
      return hasNothingToSay(state) && store.names().length > 0 && (await isLost(store))
        ? nobody('forgotten')
        : state;
    case 'starting':
    case 'newPerson':
    case 'anotherPerson':
      return state;
  }
}

function reasonOfTheBrowser(): SignInProblem | undefined {
  if (!tabStorage.works()) return 'storage-refused';
  if (unfinishedSignOut.isNoted()) return 'still-known';

  return forgetfulTab.isNoted() ? 'forgotten' : undefined;
}

const hasNothingToSay = ({
  problem,
  expected,
}: {
  problem?: unknown;
  expected?: unknown;
}): boolean => problem === undefined && expected === undefined;

const isLost = async (store: SealedStore): Promise<boolean> =>
  (await store.opening()) === 'refused';
