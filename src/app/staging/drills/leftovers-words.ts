import type { FailureCode } from '../../identity/failure';

/** Says why what a drill has left is still there, and what helps. */
export function leftoversProblemWords(problem: FailureCode): string {
  switch (problem) {
    case 'unfinished-link':
      return $localize`A link of this account is unfinished. Finish it or undo it at “Account” first, and come back.`;
    case 'other-tab':
      return $localize`Another tab is writing to this account. Wait until it has done, and try again.`;
    case 'signed-out':
      return $localize`You are not signed in any more. Sign in, and come back.`;
    default:
      return $localize`It could not be removed (${problem}:code:). Try again.`;
  }
}
