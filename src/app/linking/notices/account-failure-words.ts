import type { AccountFailure } from '../../identity/failure';
import type { FailureWords } from './failure-words';

/** What has become of one of the two accounts while somebody looked at what a link would do. */
export function accountFailureWords(code: AccountFailure | 'second-signed-out'): FailureWords {
  switch (code) {
    case 'first-gone':
      return {
        title: $localize`Your account is not there any more.`,
        text: $localize`Nothing has been linked. The account you are signed in to was deleted meanwhile, or has joined another one. Sign in again to see what you have.`,
        remedy: 'signIn',
      };
    case 'second-gone':
      return {
        title: $localize`The second account is not there any more.`,
        text: $localize`Nothing has been linked. It was deleted meanwhile, or has joined another account. Your own account is as it was.`,
        remedy: 'retry',
      };
    case 'first-blocked':
      return {
        title: $localize`Your account has been blocked.`,
        text: $localize`Nothing has been linked. Ask the people who run this site to unblock the account you are signed in to, then try again.`,
        remedy: 'leave',
      };
    case 'second-blocked':
      return {
        title: $localize`The second account has been blocked.`,
        text: $localize`Nothing has been linked. Ask the people who run this site to unblock it, or link another account.`,
        remedy: 'retry',
      };
    case 'second-signed-out':
      return {
        title: $localize`Your sign-in to the second account does not count any more.`,
        text: $localize`Nothing has changed. The sign-in service has taken it back, as it does when an answer of it arrives there twice. Try again, and sign in to that account once more.`,
        remedy: 'retry',
      };
  }
}
