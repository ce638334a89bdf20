import type { AccountFailure } from '../../identity/failure';
import type { FailureWords } from './failure-words';

/** What has become of one of the two accounts while somebody looked at what a link would do. */
export function accountFailureWords(code: AccountFailure | 'second-signed-out'): FailureWords {
  switch (code) {
    case 'first-gone':
      return {
        title: $localize`Your account is no longer there.`,
        text: $localize`Nothing has been linked. The account you were signed in to was deleted, or is part of another one now. Sign in again to see what you have.`,
        remedy: 'signIn',
      };
    case 'second-gone':
      return {
        title: $localize`The other account is no longer there.`,
        text: $localize`Nothing has been linked. It was deleted, or is part of another account now. Your own account hasn't changed.`,
        remedy: 'retry',
      };
    case 'first-blocked':
      return {
        title: $localize`Your account has been blocked.`,
        text: $localize`Nothing has been linked. Ask support to unblock your account, then try again.`,
        remedy: 'leave',
      };
    case 'second-blocked':
      return {
        title: $localize`The other account has been blocked.`,
        text: $localize`Nothing has been linked. Ask support to unblock it, or link a different account.`,
        remedy: 'retry',
      };
    case 'second-signed-out':
      return {
        title: $localize`Your sign-in to the other account has ended.`,
        text: $localize`Nothing has changed. Try again, and sign in to that account once more.`,
        remedy: 'retry',
      };
  }
}
