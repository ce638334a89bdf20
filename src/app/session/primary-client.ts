import { Auth0Client } from '@auth0/auth0-spa-js';

/**
 * The SDK client of the signed-in person, with two habits of the SDK taken away.
 *
 * It never asks the tenant's session cookie who is signed in: after a second sign-in the answer is
 * somebody else, and the SDK would take it without a word (tenant contract §2.6).
 */
export class PrimaryClient extends Auth0Client {
  override checkSession(): Promise<void> {
    return Promise.resolve();
  }

  /** Leaves no authorization code in the address bar or the history. */
  override async handleRedirectCallback<AppState>(url: string = window.location.href) {
    try {
      return await super.handleRedirectCallback<AppState>(url);
    } finally {
      window.history.replaceState(window.history.state, '', window.location.pathname);
    }
  }
}
