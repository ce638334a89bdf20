import { leavingWords, type LeavingWords } from '../linking/notices/leaving-words';
import type { AnswerProblem, SignInProblem } from '../session/primary/session-state';

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
        title: $localize`You were not signed in.`,
        text: answerTexts[problem],
        remedy: problem === 'blocked' ? 'anotherAccount' : 'signIn',
      };
    case 'still-known':
      return {
        title: $localize`You are signed out here, but not at the sign-in service.`,
        text: $localize`It could not be reached. Until it knows, whoever uses this browser may get into your account. Connect to the internet, then sign out there too.`,
        remedy: 'signOut',
      };
    default:
      return leavingWords(problem);
  }
}

const answerTexts: Readonly<Record<AnswerProblem, string>> = {
  denied: $localize`The sign-in was not allowed. Try again if you like.`,
  blocked: $localize`That account cannot be used here. It is blocked, or this site does not let it in, and trying again does not help. Use another account, or tell the people who run this site.`,
  'not-set-up': $localize`The sign-in service refuses this site, or the way you came. Trying again does not help. If you followed an invitation, ask for a new one; otherwise tell the people who run this site.`,
  unreachable: $localize`The sign-in service cannot be reached. Check your connection, then try again.`,
  busy: $localize`The sign-in service is busy. Wait a minute, then try again.`,
  'tenant-error': $localize`The sign-in service has a problem. Try again in a few minutes.`,
  failed: $localize`Something went wrong on the way. Try again; if it keeps happening, tell the people who run this site.`,
};
