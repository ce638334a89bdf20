import type { LeavingFailure } from '../../identity/failure';

/** What keeps somebody from signing in, what it means, and what helps. */
export interface LeavingWords {
  readonly title: string;
  readonly text: string;
  /** The next step: the same again, or the page once more from the beginning. */
  readonly remedy: 'signIn' | 'reload';
}

export function leavingWords(code: LeavingFailure | 'forgotten'): LeavingWords {
  switch (code) {
    case 'storage-refused':
      return {
        title: $localize`Your browser saves nothing for this site.`,
        text: $localize`You can't sign in like this: the page would not know you when you come back. Allow cookies and site data for this site in your browser's settings, or use another browser or a window that isn't private. Then reload this page.`,
        remedy: 'reload',
      };
    case 'storage-silent':
      return {
        title: $localize`Your browser hasn't given back what it saved for this site.`,
        text: $localize`Nothing is lost, and you haven't been signed out. Reload this page. If that doesn't help, close this site's other tabs, or restart your browser.`,
        remedy: 'reload',
      };
    case 'forgotten':
      return {
        title: $localize`Your browser has forgotten who you are.`,
        text: $localize`You were signed in, but this browser doesn't let the site save that when a page is reloaded. Nothing has changed in your account. Sign in again. To stay signed in, allow site data for this site, or use a window that isn't private.`,
        remedy: 'signIn',
      };
    case 'no-crypto':
      return {
        title: $localize`You can't sign in at this address.`,
        text: $localize`Your browser only allows a safe sign-in at addresses that begin with https. Check the address of this page, or use another browser. If the address is right, contact support.`,
        remedy: 'reload',
      };
    case 'code-missing':
      return {
        title: $localize`Part of this page didn't load.`,
        text: $localize`Nothing has changed. Check your connection, then reload this page.`,
        remedy: 'reload',
      };
    case 'offline':
      return {
        title: $localize`You're offline.`,
        text: $localize`Nothing has changed, and nothing was sent. Connect to the internet, then try again.`,
        remedy: 'signIn',
      };
    case 'not-begun':
      return {
        title: $localize`We couldn't start the sign-in.`,
        text: $localize`Nothing has changed. Reload this page and try again. If it keeps happening, contact support.`,
        remedy: 'reload',
      };
  }
}
