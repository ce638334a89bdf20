import type { FailureCode } from '../../identity/failure';
import { leavingWords } from './leaving-words';

/** What a failure is called, what it means and what helps; never a word of the tenant's own. */
export interface FailureWords {
  readonly title: string;
  readonly text: string;
  readonly remedy: Remedy;
}

/** What the person can do next: the same again, sign in themselves again, load the page again, or leave it. */
export type Remedy = 'retry' | 'signIn' | 'reload' | 'leave';

/** Gives the words for a failure. */
export const failureWords = (code: FailureCode): FailureWords => words[code];

/** Whether a page that names this shows a failure with words of its own. */
export const isFailureCode = (code: string): code is FailureCode => Object.hasOwn(words, code);

const retry = (title: string, text: string): FailureWords => ({ title, text, remedy: 'retry' });
const signIn = (title: string, text: string): FailureWords => ({ title, text, remedy: 'signIn' });
const leave = (title: string, text: string): FailureWords => ({ title, text, remedy: 'leave' });

const notVerified = retry(
  $localize`We couldn't verify that sign-in`,
  $localize`Nothing has changed. Try again. If it keeps happening, contact support.`,
);
const wrongClock = retry(
  $localize`This device's clock looks wrong`,
  $localize`Nothing has changed. Set the clock automatically in your device's settings, then try again.`,
);

const words: Readonly<Record<FailureCode, FailureWords>> = {
  'popup-blocked': retry(
    $localize`Your browser blocked the sign-in window`,
    $localize`Nothing has changed. Allow pop-ups for this page, usually at the end of the address bar, then try again.`,
  ),
  'timed-out': retry(
    $localize`The sign-in took too long`,
    $localize`Nothing has changed. Try again: you have five minutes to sign in.`,
  ),
  denied: retry(
    $localize`The sign-in was cancelled or refused`,
    $localize`Nothing has changed. Try again, or use a different account.`,
  ),
  blocked: leave(
    $localize`You can't use that account here`,
    $localize`Nothing has changed. The account is blocked, or this site doesn't allow it. Use a different account, or contact support.`,
  ),
  'page-needed': leave(
    $localize`This sign-in has one more step`,
    $localize`Nothing has changed. It needs your consent or a second step, which doesn't work inside this page. Continue in this tab instead; you'll need a new code.`,
  ),
  'not-set-up': leave(
    $localize`This sign-in method isn't available here`,
    $localize`Nothing has changed. Use a different method, or contact support.`,
  ),
  'linking-not-set-up': leave(
    $localize`Linking isn't set up in this portal yet`,
    $localize`Nothing has changed. You can see your sign-in methods and remove one. To add one, contact support.`,
  ),
  'sign-in-failed': retry(
    $localize`The sign-in didn't work`,
    $localize`Nothing has changed. Try again. If it keeps happening, contact support.`,
  ),
  'answer-lost': retry(
    $localize`We didn't get the result of your sign-in`,
    $localize`Nothing has changed. You did sign in, but the result got lost on its way here. Sign in once more.`,
  ),
  'wrong-person': retry(
    $localize`You signed in to a different account`,
    $localize`Nothing has changed. To confirm it's you, sign in to the account you're using here.`,
  ),
  'no-storage': retry(
    $localize`This browser doesn't let this site remember you while you're away`,
    $localize`Nothing has changed. Site data is turned off, as in some private windows. Use a sign-in window instead, or allow site data for this site.`,
  ),
  'bad-address': retry(
    $localize`Check what you typed`,
    $localize`No message was sent. Enter a phone number with its country code, such as +1 555 555 0100, or a full email address.`,
  ),
  'bad-code': retry(
    $localize`That doesn't look like a code`,
    $localize`A code has digits only, usually six. Enter it as it is in the message. This didn't use up a try.`,
  ),
  'message-not-sent': retry(
    $localize`We couldn't send the message`,
    $localize`Nothing has changed. Check what you typed and try again, or use a different sign-in method.`,
  ),
  'too-many-messages': retry(
    $localize`You've asked for too many messages`,
    $localize`Nothing has changed. Wait an hour, then try again.`,
  ),
  'wrong-code': retry(
    $localize`That code isn't right`,
    $localize`Use the code from the newest message.`,
  ),
  'code-expired': retry(
    $localize`That code has expired`,
    $localize`Codes work for three minutes. Request a new one.`,
  ),
  'too-many-tries': retry($localize`Too many wrong codes`, $localize`Request a new one.`),
  'embedded-blocked': leave(
    $localize`Your browser blocked the last step of this sign-in`,
    $localize`Nothing has changed. Your code was right, but it's used up now. Continue in this tab instead.`,
  ),
  'expired-token': wrongClock,
  'token-from-the-future': wrongClock,
  'settings-refused': retry(
    $localize`The settings couldn't be saved together`,
    $localize`Nothing has changed. An account can hold about 10 KB of settings, and these may be more. Try again and keep fewer of them.`,
  ),
  'other-link': retry(
    $localize`You have another link to finish first`,
    $localize`Nothing has changed. It was started in another window, browser or device. Try again to see it here, then finish or cancel it.`,
  ),
  'other-tab': retry(
    $localize`Another tab is changing this account`,
    $localize`Nothing has changed here. Finish in the other tab or close it, then try again.`,
  ),
  'other-account': retry(
    $localize`That isn't the account you started to link`,
    $localize`Nothing has changed. To finish, sign in to the account you started with, or cancel that link first.`,
  ),
  'busy-elsewhere': retry(
    $localize`Another browser or device is working on this link`,
    $localize`Nothing is lost, and nothing has changed here. Finish there, or wait a few seconds and try again.`,
  ),
  'too-early': retry(
    $localize`We're still cancelling your last link`,
    $localize`Nothing has changed. Try again in a few minutes.`,
  ),
  'unfinished-link': retry(
    $localize`You have a link to finish first`,
    $localize`Nothing has changed. Finish or cancel it on your account page.`,
  ),
  'other-settings': retry(
    $localize`These values come from a different account`,
    $localize`Nothing has changed. To copy them back, sign in to the account they come from.`,
  ),
  'value-changed': retry(
    $localize`This value was changed or deleted somewhere else`,
    $localize`Nothing has changed here. Look at your saved values again.`,
  ),
  undone: retry(
    $localize`The link was cancelled`,
    $localize`Your settings are as they were. Try again whenever you like.`,
  ),
  'same-account': retry(
    $localize`That's the account you're already using`,
    $localize`Nothing has changed. To link another account, try again and sign in with that one.`,
  ),
  'already-linked': retry(
    $localize`That sign-in method is already linked`,
    $localize`It already opens this account. To link another one, try again and choose a different account.`,
  ),
  'not-fresh': retry(
    $localize`We couldn't be sure it was you`,
    $localize`Nothing has changed. You were signed in without being asked for a password. Sign out of that provider, then try again.`,
  ),
  'email-unverified': retry(
    $localize`That account's email address isn't verified`,
    $localize`Nothing has changed. Verify the address with that provider first, so that nobody else can use it. Then try again.`,
  ),
  // Expired, or taken back by the tenant, which does not say which; it takes back what is answered twice.
  'signed-out': signIn(
    $localize`Your sign-in has ended`,
    $localize`Nothing has changed. Sign in again to continue.`,
  ),
  forbidden: leave(
    $localize`You don't have permission to do this`,
    $localize`Nothing has changed. Contact support and tell them you can't link accounts.`,
  ),
  'not-found': signIn(
    $localize`We couldn't find the account`,
    $localize`It may have been deleted in the meantime. Sign in again to see what you have.`,
  ),
  'joined-another': signIn(
    $localize`Your two accounts may already be one`,
    $localize`You chose to keep your other account, and this one seems to be part of it now. Sign in with the account you kept. Nothing is lost.`,
  ),
  conflict: retry(
    $localize`That sign-in method belongs to another account`,
    $localize`Nothing has changed. Unlink it there first, or choose a different one.`,
  ),
  rejected: retry(
    $localize`We couldn't change the accounts`,
    $localize`Nothing has changed. Try again. If it keeps happening, contact support.`,
  ),
  busy: retry(
    $localize`The sign-in service is busy`,
    $localize`Nothing has changed. Wait a minute, then try again.`,
  ),
  'tenant-error': retry(
    $localize`The sign-in service has a problem`,
    $localize`Nothing has changed. Try again in a few minutes.`,
  ),
  unreadable: retry(
    $localize`We got an answer we couldn't read`,
    $localize`Nothing has changed. Try again. If it keeps happening, contact support.`,
  ),
  unreachable: retry(
    $localize`We can't reach the sign-in service`,
    $localize`Nothing has changed. Check your connection, then try again.`,
  ),
  'wrong-algorithm': notVerified,
  'wrong-issuer': notVerified,
  'wrong-audience': notVerified,
  'wrong-nonce': notVerified,
  'no-subject': notVerified,
  'unreadable-token': notVerified,

  // What has become of one of the two accounts while somebody looked at what a link would do.
  'first-gone': signIn(
    $localize`Your account is no longer there`,
    $localize`Nothing has been linked. The account you were signed in to was deleted, or is part of another one now. Sign in again to see what you have.`,
  ),
  'second-gone': retry(
    $localize`The other account is no longer there`,
    $localize`Nothing has been linked. It was deleted, or is part of another account now. Your own account hasn't changed.`,
  ),
  'first-blocked': leave(
    $localize`Your account has been blocked`,
    $localize`Nothing has been linked. Ask support to unblock your account, then try again.`,
  ),
  'second-blocked': retry(
    $localize`The other account has been blocked`,
    $localize`Nothing has been linked. Ask support to unblock it, or link a different account.`,
  ),
  'second-signed-out': retry(
    $localize`Your sign-in to the other account has ended`,
    $localize`Nothing has changed. Try again, and sign in to that account once more.`,
  ),

  // What the portal says to it before, and what it is still to be told after.
  'portal-refused': leave(
    $localize`This site doesn't allow that right now`,
    $localize`Nothing has changed.`,
  ),
  'portal-failed': retry(
    $localize`This site couldn't check whether that's possible`,
    $localize`Nothing has changed. Try again. If it keeps happening, contact support.`,
  ),
  'portal-silent': retry(
    $localize`This site didn't answer in time`,
    $localize`Nothing has changed. Wait a minute, then try again.`,
  ),
  'link-not-told': retry(
    $localize`Linked, but this site's own data isn't updated yet`,
    $localize`Your sign-in methods are linked. What this site keeps for you may still be in two places. Try again.`,
  ),
  'unlink-not-told': retry(
    $localize`Unlinked, but this site's own data isn't updated yet`,
    $localize`That sign-in method is unlinked. What this site keeps for you may still be as before. Try again.`,
  ),

  offline: { ...leavingWords('offline'), remedy: 'retry' },
  'storage-refused': leavingWords('storage-refused'),
  'storage-silent': leavingWords('storage-silent'),
  'no-crypto': leavingWords('no-crypto'),
  'code-missing': leavingWords('code-missing'),
  'not-begun': leavingWords('not-begun'),
};
