import type { FailureCode } from '../../identity/failure';
import { accountFailureWords } from './account-failure-words';
import { leavingWords } from './leaving-words';

/** What a failure is called, what it means and what helps; never a word of the tenant's own. */
export interface FailureWords {
  readonly title: string;
  readonly text: string;
  readonly remedy: Remedy;
}

/** What the person can do next: the same again, sign in themselves again, load the page again, or leave it. */
export type Remedy = 'retry' | 'signIn' | 'reload' | 'leave';

const notBelieved = (): FailureWords => ({
  title: $localize`We couldn't verify that sign-in.`,
  text: $localize`Nothing has changed. Try again. If it keeps happening, contact support.`,
  remedy: 'retry',
});

export function failureWords(code: FailureCode): FailureWords {
  switch (code) {
    case 'popup-blocked':
      return {
        title: $localize`Your browser blocked the sign-in window.`,
        text: $localize`Nothing has changed. Allow pop-ups for this page, usually at the end of the address bar, then try again.`,
        remedy: 'retry',
      };
    case 'timed-out':
      return {
        title: $localize`The sign-in took too long.`,
        text: $localize`Nothing has changed. Try again: you have five minutes to sign in.`,
        remedy: 'retry',
      };
    case 'denied':
      return {
        title: $localize`The sign-in was cancelled or refused.`,
        text: $localize`Nothing has changed. Try again, or use a different account.`,
        remedy: 'retry',
      };
    case 'blocked':
      return {
        title: $localize`You can't use that account here.`,
        text: $localize`Nothing has changed. The account is blocked, or this site doesn't allow it. Use a different account, or contact support.`,
        remedy: 'leave',
      };
    case 'page-needed':
      return {
        title: $localize`This sign-in has one more step.`,
        text: $localize`Nothing has changed. It needs your consent or a second step, which doesn't work inside this page. Continue in this tab instead; you'll need a new code.`,
        remedy: 'leave',
      };
    case 'not-set-up':
      return {
        title: $localize`This sign-in method isn't available here.`,
        text: $localize`Nothing has changed. Use a different method, or contact support.`,
        remedy: 'leave',
      };
    case 'sign-in-failed':
      return {
        title: $localize`The sign-in didn't work.`,
        text: $localize`Nothing has changed. Try again. If it keeps happening, contact support.`,
        remedy: 'retry',
      };
    case 'answer-lost':
      return {
        title: $localize`We didn't get the result of your sign-in.`,
        text: $localize`Nothing has changed. You did sign in, but the result got lost on its way here. Sign in once more.`,
        remedy: 'retry',
      };
    case 'wrong-person':
      return {
        title: $localize`You signed in to a different account.`,
        text: $localize`Nothing has changed. To confirm it's you, sign in to the account you're using here.`,
        remedy: 'retry',
      };
    case 'no-storage':
      return {
        title: $localize`This browser doesn't let this site remember you while you're away.`,
        text: $localize`Nothing has changed. Site data is turned off, as in some private windows. Use a sign-in window instead, or allow site data for this site.`,
        remedy: 'retry',
      };
    case 'bad-address':
      return {
        title: $localize`Check what you typed.`,
        text: $localize`No message was sent. Enter a phone number with its country code, such as +1 555 555 0100, or a full email address.`,
        remedy: 'retry',
      };
    case 'bad-code':
      return {
        title: $localize`That doesn't look like a code.`,
        text: $localize`A code has digits only, usually six. Enter it as it is in the message. This didn't use up a try.`,
        remedy: 'retry',
      };
    case 'message-not-sent':
      return {
        title: $localize`We couldn't send the message.`,
        text: $localize`Nothing has changed. Check what you typed and try again, or use a different sign-in method.`,
        remedy: 'retry',
      };
    case 'too-many-messages':
      return {
        title: $localize`You've asked for too many messages.`,
        text: $localize`Nothing has changed. Wait an hour, then try again.`,
        remedy: 'retry',
      };
    case 'wrong-code':
      return {
        title: $localize`That code isn't right.`,
        text: $localize`Use the code from the newest message.`,
        remedy: 'retry',
      };
    case 'code-expired':
      return {
        title: $localize`That code has expired.`,
        text: $localize`Codes work for three minutes. Request a new one.`,
        remedy: 'retry',
      };
    case 'too-many-tries':
      return {
        title: $localize`Too many wrong codes.`,
        text: $localize`Request a new one.`,
        remedy: 'retry',
      };
    case 'embedded-blocked':
      return {
        title: $localize`Your browser blocked the last step of this sign-in.`,
        text: $localize`Nothing has changed. Your code was right, but it's used up now. Continue in this tab instead.`,
        remedy: 'leave',
      };
    case 'wrong-algorithm':
    case 'wrong-issuer':
    case 'wrong-audience':
    case 'wrong-nonce':
    case 'no-subject':
    case 'unreadable-token':
      return notBelieved();
    case 'expired-token':
    case 'token-from-the-future':
      return {
        title: $localize`This device's clock looks wrong.`,
        text: $localize`Nothing has changed. Set the clock automatically in your device's settings, then try again.`,
        remedy: 'retry',
      };
    case 'settings-refused':
      return {
        title: $localize`The settings couldn't be saved together.`,
        text: $localize`Nothing has changed. An account can hold about 10 KB of settings, and these may be more. Try again and keep fewer of them.`,
        remedy: 'retry',
      };
    case 'other-link':
      return {
        title: $localize`You have another link to finish first.`,
        text: $localize`Nothing has changed. It was started in another window, browser or device. Try again to see it here, then finish or cancel it.`,
        remedy: 'retry',
      };
    case 'other-tab':
      return {
        title: $localize`Another tab is changing this account.`,
        text: $localize`Nothing has changed here. Finish in the other tab or close it, then try again.`,
        remedy: 'retry',
      };
    case 'other-account':
      return {
        title: $localize`That isn't the account you started to link.`,
        text: $localize`Nothing has changed. To finish, sign in to the account you started with, or cancel that link first.`,
        remedy: 'retry',
      };
    case 'busy-elsewhere':
      return {
        title: $localize`Another browser or device is working on this link.`,
        text: $localize`Nothing is lost, and nothing has changed here. Finish there, or wait a few seconds and try again.`,
        remedy: 'retry',
      };
    case 'too-early':
      return {
        title: $localize`We're still cancelling your last link.`,
        text: $localize`Nothing has changed. Try again in a few minutes.`,
        remedy: 'retry',
      };
    case 'unfinished-link':
      return {
        title: $localize`You have a link to finish first.`,
        text: $localize`Nothing has changed. Finish or cancel it on your account page.`,
        remedy: 'retry',
      };
    case 'other-settings':
      return {
        title: $localize`These values come from a different account.`,
        text: $localize`Nothing has changed. To copy them back, sign in to the account they come from.`,
        remedy: 'retry',
      };
    case 'undone':
      return {
        title: $localize`The link was cancelled.`,
        text: $localize`Your settings are as they were. Try again whenever you like.`,
        remedy: 'retry',
      };
    case 'first-gone':
    case 'second-gone':
    case 'first-blocked':
    case 'second-blocked':
    case 'second-signed-out':
      return accountFailureWords(code);
    case 'same-account':
      return {
        title: $localize`That's the account you're already using.`,
        text: $localize`Nothing has changed. To link another account, try again and sign in with that one.`,
        remedy: 'retry',
      };
    case 'already-linked':
      return {
        title: $localize`That sign-in method is already linked.`,
        text: $localize`It already opens this account. To link another one, try again and choose a different account.`,
        remedy: 'retry',
      };
    case 'not-fresh':
      return {
        title: $localize`We couldn't be sure it was you.`,
        text: $localize`Nothing has changed. You were signed in without being asked for a password. Sign out of that provider, then try again.`,
        remedy: 'retry',
      };
    case 'email-unverified':
      return {
        title: $localize`That account's email address isn't verified.`,
        text: $localize`Nothing has changed. Verify the address with that provider first, so that nobody else can use it. Then try again.`,
        remedy: 'retry',
      };
    case 'signed-out':
      return {
        // Expired, or taken back by the tenant, which does not say which; it takes back what is answered twice.
        title: $localize`Your sign-in has ended.`,
        text: $localize`Nothing has changed. Sign in again to continue.`,
        remedy: 'signIn',
      };
    case 'forbidden':
      return {
        title: $localize`You don't have permission to do this.`,
        text: $localize`Nothing has changed. Contact support and say that you can't link accounts.`,
        remedy: 'leave',
      };
    case 'not-found':
      return {
        title: $localize`We couldn't find the account.`,
        text: $localize`It may have been deleted in the meantime. Sign in again to see what you have.`,
        remedy: 'signIn',
      };
    case 'joined-another':
      return {
        title: $localize`Your two accounts may already be one.`,
        text: $localize`You chose to keep your other account, and this one seems to be part of it now. Sign in with the account you kept. Nothing is lost.`,
        remedy: 'signIn',
      };
    case 'conflict':
      return {
        title: $localize`That sign-in method belongs to another account.`,
        text: $localize`Nothing has changed. Unlink it there first, or choose a different one.`,
        remedy: 'retry',
      };
    case 'rejected':
      return {
        title: $localize`We couldn't change the accounts.`,
        text: $localize`Nothing has changed. Try again. If it keeps happening, contact support.`,
        remedy: 'retry',
      };
    case 'busy':
      return {
        title: $localize`The sign-in service is busy.`,
        text: $localize`Nothing has changed. Wait a minute, then try again.`,
        remedy: 'retry',
      };
    case 'tenant-error':
      return {
        title: $localize`The sign-in service has a problem.`,
        text: $localize`Nothing has changed. Try again in a few minutes.`,
        remedy: 'retry',
      };
    case 'unreadable':
      return {
        title: $localize`We got an answer we couldn't read.`,
        text: $localize`Nothing has changed. Try again. If it keeps happening, contact support.`,
        remedy: 'retry',
      };
    case 'unreachable':
      return {
        title: $localize`We can't reach the sign-in service.`,
        text: $localize`Nothing has changed. Check your connection, then try again.`,
        remedy: 'retry',
      };
    case 'offline':
      return { ...leavingWords(code), remedy: 'retry' };
    case 'storage-refused':
    case 'storage-silent':
    case 'no-crypto':
    case 'code-missing':
    case 'not-begun':
      return leavingWords(code);
  }
}
