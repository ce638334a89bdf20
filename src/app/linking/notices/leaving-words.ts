import type { LeavingFailure } from '../../identity/failure';

/** What keeps somebody from signing in, what it means, and what helps. */
export interface LeavingWords {
  readonly title: string;
  readonly text: string;
  /** The next step: the same again, or the page once more from the beginning. */
  readonly remedy: 'signIn' | 'reload';
}

/** Gives the words for what keeps somebody from signing in. */
export const leavingWords = (code: LeavingFailure | 'forgotten'): LeavingWords => words[code];

const signIn = (title: string, text: string): LeavingWords => ({ title, text, remedy: 'signIn' });
const reload = (title: string, text: string): LeavingWords => ({ title, text, remedy: 'reload' });

const words: Readonly<Record<LeavingFailure | 'forgotten', LeavingWords>> = {
  'storage-refused': reload(
    $localize`Your browser saves nothing for this site`,
    $localize`You can't sign in like this: the page wouldn't know you when you come back. Allow cookies and site data for this site in your browser's settings, or use another browser or a window that isn't private. Then reload this page.`,
  ),
  'storage-silent': reload(
    $localize`Your browser hasn't given back what it saved for this site`,
    $localize`Nothing is lost, and you haven't been signed out. Reload this page. If that doesn't help, close this site's other tabs, or restart your browser.`,
  ),
  forgotten: signIn(
    $localize`Your browser has forgotten who you are`,
    $localize`You were signed in, but this browser doesn't let the site save that when a page is reloaded. Nothing has changed in your account. Sign in again. To stay signed in, allow site data for this site, or use a window that isn't private.`,
  ),
  'no-crypto': reload(
    $localize`You can't sign in at this address`,
    $localize`Your browser only allows a safe sign-in at addresses that begin with https. Check the address of this page, or use another browser. If the address is right, contact support.`,
  ),
  'code-missing': reload(
    $localize`Part of this page didn't load`,
    $localize`Nothing has changed. Check your connection, then reload this page.`,
  ),
  offline: signIn(
    $localize`You're offline`,
    $localize`Nothing has changed, and nothing was sent. Connect to the internet, then try again.`,
  ),
  'not-begun': reload(
    $localize`We couldn't start the sign-in`,
    $localize`Nothing has changed. Reload this page and try again. If it keeps happening, contact support.`,
  ),
};
