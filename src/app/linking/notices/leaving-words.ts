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
        title: $localize`Your browser keeps nothing for this site.`,
        text: $localize`You cannot sign in like this, because this page would not know you when you come back from the sign-in. Allow cookies and site data for this site in the settings of your browser, or use another browser or a window that is not private. Then load this page again.`,
        remedy: 'reload',
      };
    case 'storage-silent':
      return {
        title: $localize`Your browser has not given back what it keeps for this site.`,
        text: $localize`Nothing is lost, and you have not been signed out. Load this page again. If that does not help, close this site’s other tabs, or start the browser again.`,
        remedy: 'reload',
      };
    case 'forgotten':
      return {
        title: $localize`Your browser has forgotten who you are.`,
        text: $localize`You were signed in here, but this browser does not let the site keep that when a page is loaded again. Nothing has changed in your account. Sign in again, and to stay signed in allow site data for this site, or use a window that is not private.`,
        remedy: 'signIn',
      };
    case 'no-crypto':
      return {
        title: $localize`You cannot sign in at this address.`,
        text: $localize`Your browser offers what a safe sign-in needs only at addresses that begin with https. Check the address of this page, or use another browser. If the address is right, tell the people who run this site.`,
        remedy: 'reload',
      };
    case 'code-missing':
      return {
        title: $localize`A part of this page has not arrived.`,
        text: $localize`Nothing has changed. Check your connection, then load this page again.`,
        remedy: 'reload',
      };
    case 'offline':
      return {
        title: $localize`You are offline.`,
        text: $localize`Nothing has changed, and nothing was sent. Connect to the internet, then try again.`,
        remedy: 'signIn',
      };
    case 'not-begun':
      return {
        title: $localize`The sign-in could not be begun.`,
        text: $localize`Nothing has changed. Load this page again and try once more; if it keeps happening, tell the people who run this site.`,
        remedy: 'reload',
      };
  }
}
