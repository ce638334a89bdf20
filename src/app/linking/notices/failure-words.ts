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
  title: $localize`The answer to the sign-in was not one for this site.`,
  text: $localize`Nothing has changed, and the answer was not used. Try again; if it keeps happening, tell the people who run this site.`,
  remedy: 'retry',
});

export function failureWords(code: FailureCode): FailureWords {
  switch (code) {
    case 'popup-blocked':
      return {
        title: $localize`Your browser blocked the sign-in window.`,
        text: $localize`Nothing has changed. Allow pop-up windows for this page, usually at the end of the address bar, and try again.`,
        remedy: 'retry',
      };
    case 'timed-out':
      return {
        title: $localize`The sign-in took too long.`,
        text: $localize`Nothing has changed. Try again; you have five minutes to sign in.`,
        remedy: 'retry',
      };
    case 'denied':
      return {
        title: $localize`The sign-in was not allowed.`,
        text: $localize`Nothing has changed. You or the provider said no. Try again, or with another account.`,
        remedy: 'retry',
      };
    case 'blocked':
      return {
        title: $localize`That account cannot be used here.`,
        text: $localize`Nothing has changed. It is blocked, or this site does not let it in, and trying again does not help. Use another account, or tell the people who run this site.`,
        remedy: 'leave',
      };
    case 'page-needed':
      return {
        title: $localize`This sign-in has one more step.`,
        text: $localize`Nothing has changed. It asks for something that only the full page can show, such as your consent or a second factor. Use the full page instead; a code that you have typed is used up.`,
        remedy: 'leave',
      };
    case 'not-set-up':
      return {
        title: $localize`This way of signing in is not available here.`,
        text: $localize`Nothing has changed, and trying again does not help. Use another way to sign in, or tell the people who run this site.`,
        remedy: 'leave',
      };
    case 'sign-in-failed':
      return {
        title: $localize`The sign-in did not work.`,
        text: $localize`Nothing has changed. Try again; if it keeps happening, tell the people who run this site.`,
        remedy: 'retry',
      };
    case 'answer-lost':
      return {
        title: $localize`The answer to your sign-in got lost.`,
        text: $localize`Nothing has changed. You did sign in, but the answer works only once and did not arrive here. Sign in once more.`,
        remedy: 'retry',
      };
    case 'wrong-person':
      return {
        title: $localize`You signed in as somebody else.`,
        text: $localize`Nothing has changed. To confirm that it is you, sign in to the account you are using here.`,
        remedy: 'retry',
      };
    case 'no-storage':
      return {
        title: $localize`This browser does not let the site remember you while you are away.`,
        text: $localize`Nothing has changed. Storage is switched off, as in some private windows. Sign in with a window instead, or allow storage for this site.`,
        remedy: 'retry',
      };
    case 'bad-address':
      return {
        title: $localize`That does not look right.`,
        text: $localize`No message was sent. Write a phone number with its country code, such as +1 555 555 0100, or an e-mail address in full.`,
        remedy: 'retry',
      };
    case 'bad-code':
      return {
        title: $localize`That is not a code.`,
        text: $localize`A code has digits only, usually six. Type them as they stand in the message; this has cost no try.`,
        remedy: 'retry',
      };
    case 'message-not-sent':
      return {
        title: $localize`The message could not be sent.`,
        text: $localize`Nothing has changed. Check what you typed and try again, or use another way to sign in.`,
        remedy: 'retry',
      };
    case 'too-many-messages':
      return {
        title: $localize`Too many messages have been asked for.`,
        text: $localize`Nothing has changed. Wait an hour, then try again.`,
        remedy: 'retry',
      };
    case 'wrong-code':
      return {
        title: $localize`That code is not right.`,
        text: $localize`Look at the newest message; only its code counts.`,
        remedy: 'retry',
      };
    case 'code-expired':
      return {
        title: $localize`That code has expired.`,
        text: $localize`A code is good for three minutes. Have a new one sent.`,
        remedy: 'retry',
      };
    case 'too-many-tries':
      return {
        title: $localize`The code was typed wrong too often.`,
        text: $localize`It no longer counts. Have a new one sent.`,
        remedy: 'retry',
      };
    case 'embedded-blocked':
      return {
        title: $localize`This browser keeps the sign-in apart from this page.`,
        text: $localize`Nothing has changed. The code was right and is used up, but the browser blocks what comes next. Use the full page instead.`,
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
        title: $localize`The sign-in has the wrong time on it.`,
        text: $localize`Nothing has changed. Have the clock of this device set automatically, then try again.`,
        remedy: 'retry',
      };
    case 'settings-refused':
      return {
        title: $localize`The settings could not be saved together.`,
        text: $localize`Nothing has changed. An account holds about ten kilobytes of settings, and these may be more. Try again and keep less of them.`,
        remedy: 'retry',
      };
    case 'other-link':
      return {
        title: $localize`Another link of this account is not finished.`,
        text: $localize`This one has changed nothing. The other was begun in another window, browser or device. Try again to see it here, and finish it or undo it first.`,
        remedy: 'retry',
      };
    case 'other-tab':
      return {
        title: $localize`Another tab is busy with this account.`,
        text: $localize`Nothing has changed here. Finish in the other tab, or close it, then try again.`,
        remedy: 'retry',
      };
    case 'other-account':
      return {
        title: $localize`That is not the account you began to link.`,
        text: $localize`Nothing has changed. To finish the link, sign in to the account it was begun with; or undo it first.`,
        remedy: 'retry',
      };
    case 'busy-elsewhere':
      return {
        title: $localize`Another browser or device is busy with this link.`,
        text: $localize`Nothing is lost, and nothing has changed here. Finish there, or wait a few seconds and try again.`,
        remedy: 'retry',
      };
    case 'too-early':
      return {
        title: $localize`A link that was undone may still arrive.`,
        text: $localize`Nothing has changed. Wait a few minutes until that is settled, then try again.`,
        remedy: 'retry',
      };
    case 'unfinished-link':
      return {
        title: $localize`A link of this account is not finished.`,
        text: $localize`Nothing has changed. Finish that link or undo it first; it is shown on your account page.`,
        remedy: 'retry',
      };
    case 'other-settings':
      return {
        title: $localize`These settings come from another account.`,
        text: $localize`Nothing has changed. To put them back, sign in to the account that they come from.`,
        remedy: 'retry',
      };
    case 'undone':
      return {
        title: $localize`The link was taken back.`,
        text: $localize`It is not finished, and your settings are as they were before. Try again whenever you like.`,
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
        title: $localize`That is the account you are using now.`,
        text: $localize`Nothing has changed. To link another account, try again and sign in with that one.`,
        remedy: 'retry',
      };
    case 'already-linked':
      return {
        title: $localize`That sign-in method is linked already.`,
        text: $localize`It belongs to this account, so there is nothing left to do. To link another one, try again and choose that.`,
        remedy: 'retry',
      };
    case 'not-fresh':
      return {
        title: $localize`We could not tell that it was you just now.`,
        text: $localize`Nothing has changed. The provider answered without asking you. Sign out there, then try again.`,
        remedy: 'retry',
      };
    case 'email-unverified':
      return {
        title: $localize`The e-mail address of that account is not verified.`,
        text: $localize`Nothing has changed. Confirm the address with the provider first, so that nobody else can use it, then try again.`,
        remedy: 'retry',
      };
    case 'signed-out':
      return {
        // Which of the two it is, the tenant does not say: a sign-in whose answer arrives there twice is taken back.
        title: $localize`Your sign-in does not count any more.`,
        text: $localize`Nothing has changed. It has expired, or the sign-in service has taken it back. Sign in again to go on.`,
        remedy: 'signIn',
      };
    case 'forbidden':
      return {
        title: $localize`You are not allowed to do this.`,
        text: $localize`Nothing has changed. Tell the people who run this site that linking is not permitted for you.`,
        remedy: 'leave',
      };
    case 'not-found':
      return {
        title: $localize`The account was not found.`,
        text: $localize`It may have been removed meanwhile. Sign in again to see what you have.`,
        remedy: 'signIn',
      };
    case 'joined-another':
      return {
        title: $localize`Your two accounts may be one by now.`,
        text: $localize`You chose to keep your other account, and this one seems to have joined it. Sign in again with the account that you kept; nothing is lost.`,
        remedy: 'signIn',
      };
    case 'conflict':
      return {
        title: $localize`That sign-in method belongs to another account.`,
        text: $localize`Nothing has changed. It can belong to one account only: unlink it there first, or choose another.`,
        remedy: 'retry',
      };
    case 'rejected':
      return {
        title: $localize`The accounts could not be changed.`,
        text: $localize`Nothing has changed. Try once more; if it keeps happening, tell the people who run this site.`,
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
        title: $localize`The sign-in service gave an answer we cannot read.`,
        text: $localize`Nothing has changed. Try again; if it keeps happening, tell the people who run this site.`,
        remedy: 'retry',
      };
    case 'unreachable':
      return {
        title: $localize`The sign-in service cannot be reached.`,
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
