import { Auth0Client, type Auth0ClientOptions } from '@auth0/auth0-spa-js';

/**
 * The SDK client of the signed-in person, with two habits of the SDK taken away.
 *
 * It never asks the tenant's session cookie who is signed in: after a second sign-in the answer is
 * somebody else, and the SDK would take it without a word (tenant contract §2.6).
 */
export class PrimaryClient extends Auth0Client {
  readonly #isForAnother: (url: string) => Promise<boolean>;

  /** `isForAnother` tells whether a callback answers another sign-in of this tab, which is not to be taken. */
  constructor(options: Auth0ClientOptions, isForAnother: (url: string) => Promise<boolean>) {
    super(options);
    this.#isForAnother = isForAnother;
  }

  override checkSession(): Promise<void> {
    return Promise.resolve();
  }

  /** Leaves no authorization code in the address bar or the history. */
  override async handleRedirectCallback<AppState>(url: string = window.location.href) {
    try {
      if (await this.#isForAnother(url)) throw new Error('This answers another sign-in.');

      return await super.handleRedirectCallback<AppState>(url);
    } finally {
      window.history.replaceState(window.history.state, '', window.location.pathname);
    }
  }
}
