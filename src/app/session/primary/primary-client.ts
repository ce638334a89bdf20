import {
  Auth0Client,
  AuthenticationError,
  GenericError,
  type Auth0ClientOptions,
  type RedirectLoginOptions,
} from '@auth0/auth0-spa-js';

import { returnAddress } from '../../identity/sign-in/return-address';
import { anyAge } from './any-age';
import { askedSignIn } from './asked-sign-in';

/**
 * The SDK client of the signed-in person, with two habits of the SDK taken away, and one added: a sign-in
 * whose tokens were lost on the way begins again, once.
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

  override loginWithRedirect<AppState>(options?: RedirectLoginOptions<AppState>): Promise<void> {
    askedSignIn.begins(targetOf(options?.appState));

    return super.loginWithRedirect(options);
  }

  /** Leaves no authorization code in the address bar or the history. */
  override async handleRedirectCallback<AppState>(url: string = window.location.href) {
    try {
      if (await this.#isForAnother(url)) throw new Error('This answers another sign-in.');
      const result = await super.handleRedirectCallback<AppState>(url);
      askedSignIn.take();

      return result;
    } catch (error) {
      const target = isSpentCode(error) ? askedSignIn.take() : undefined;
      if (target === undefined) throw error;

      return await this.#beginAgain(target);
    } finally {
      window.history.replaceState(window.history.state, '', window.location.pathname);
    }
  }

  /** The tenant has a session of the person by now, and answers from it. */
  async #beginAgain(target: string): Promise<never> {
    await super.loginWithRedirect({
      appState: { target: returnAddress(target) },
      authorizationParams: { max_age: anyAge },
    });

    // The browser is on its way; nothing here is to go on.
    return new Promise<never>(() => undefined);
  }
}

const targetOf = (appState: unknown): string =>
  returnAddress(
    typeof appState === 'object' && appState !== null && 'target' in appState
      ? String(appState.target)
      : '',
  );

/**
 * Whether the token endpoint does not take the code: the SDK sends it again when the answer is lost, and it
 * works once. What an address says about itself is not believed.
 */
const isSpentCode = (error: unknown): boolean =>
  error instanceof GenericError &&
  !(error instanceof AuthenticationError) &&
  error.error === 'invalid_grant';
