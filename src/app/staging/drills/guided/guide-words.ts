import { asSentence } from '../../../linking/notices/as-sentence';
import { leavingWords } from '../../../linking/notices/leaving-words';
import type { GuideProblem } from '../judge/guide';

/** Says why a guided drill does not go on, and what helps. */
export function guideProblemWords(problem: GuideProblem): string {
  switch (problem) {
    case 'taken-twice':
      return $localize`This account takes part already. Sign in to another one.`;
    case 'verified-already':
      return $localize`The email address of this account is verified, so the drill would show nothing. Sign in to an account whose email address is not verified.`;
    case 'not-prepared':
      return $localize`The accounts could not be given what the drill needs. Sign in to them again, then start once more.`;
    case 'window-unseen':
      return $localize`This page cannot see the sign-in window any more. If it is still open, finish signing in there. If you have closed it, sign in again.`;
    case 'popup-blocked':
    case 'no-window':
      return $localize`The browser blocked the window. Allow pop-ups for this page, then try again.`;
    case 'offline': {
      const { title, text } = leavingWords(problem);

      return `${asSentence(title)} ${text}`;
    }
    default:
      return $localize`The sign-in to the account failed (${problem}:code:). Try again.`;
  }
}
