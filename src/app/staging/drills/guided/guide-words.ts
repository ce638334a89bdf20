import { leavingWords } from '../../../linking/notices/leaving-words';
import type { GuideProblem } from '../judge/guide';

/** Says why a guided drill does not go on, and what helps. */
export function guideProblemWords(problem: GuideProblem): string {
  switch (problem) {
    case 'taken-twice':
      return $localize`This account has a part already. Sign in with another one.`;
    case 'verified-already':
      return $localize`This account has no e-mail that is not verified, so the drill would show nothing. Take one that has.`;
    case 'not-prepared':
      return $localize`The accounts could not be given what the drill needs. Prove them again, and start once more.`;
    case 'window-unseen':
      return $localize`The other window cannot be seen from here. If it is still open, finish signing in there. If you have closed it, prove the account again.`;
    case 'popup-blocked':
    case 'no-window':
      return $localize`The browser blocked the window. Allow windows for this page, and try again.`;
    case 'offline': {
      const { title, text } = leavingWords(problem);

      return `${title} ${text}`;
    }
    default:
      return $localize`The account was not proven (${problem}:code:). Try again.`;
  }
}
