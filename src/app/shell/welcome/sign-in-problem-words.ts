import { leavingWords, type LeavingWords } from '../../linking/notices/leaving-words';
import type { AnswerProblem, SignInProblem } from '../../session/primary/session-state';

/** Why nobody is signed in, what it means, and what helps. */
export interface ProblemWords {
  readonly title: string;
  readonly text: string;
  readonly remedy: LeavingWords['remedy'] | 'anotherAccount' | 'signOut';
}

/** Says on the start page why nobody is signed in, and what helps; never in words of the tenant's. */
export function problemWords(problem: SignInProblem): ProblemWords {
  switch (problem) {
    case 'denied':
    case 'blocked':
    case 'not-set-up':
    case 'unreachable':
    case 'busy':
    case 'tenant-error':
    case 'failed':
      return {
        title: $localize`We couldn't sign you in`,
        text: answerTexts[problem],
        remedy: problem === 'blocked' ? 'anotherAccount' : 'signIn',
      };
    case 'still-known':
      return {
        title: $localize`You're signed out here, but not at the sign-in service`,
        text: $localize`We couldn't reach it. Until it knows, anyone who uses this browser may get into your account. Connect to the internet, then sign out there too.`,
        remedy: 'signOut',
      };
    case 'not-asked':
      return {
        title: $localize`Sign in once more to go on`,
        text: $localize`You're signed in to the portal. To see and change how you sign in, sign in again. Then you come back here.`,
        remedy: 'signIn',
      };
    default:
      return leavingWords(problem);
  }
}

const answerTexts: Readonly<Record<AnswerProblem, string>> = {
  denied: $localize`The sign-in was cancelled or refused. You can try again.`,
  blocked: $localize`You can't use that account here. It's blocked, or this site doesn't allow it. Use a different account, or contact support.`,
  'not-set-up': $localize`The sign-in service doesn't accept this site, or the link you followed. If you followed an invitation, ask for a new one; otherwise contact support.`,
  unreachable: $localize`We can't reach the sign-in service. Check your connection, then try again.`,
  busy: $localize`The sign-in service is busy. Wait a minute, then try again.`,
  'tenant-error': $localize`The sign-in service has a problem. Try again in a few minutes.`,
  failed: $localize`Something went wrong. Try again. If it keeps happening, contact support.`,
};
