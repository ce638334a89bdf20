import {
  Auth0Client,
  AuthenticationError,
  GenericError,
  type Auth0ClientOptions,
  type RedirectLoginOptions,
} from '@auth0/auth0-spa-js';

import { returnAddress } from '../../identity/sign-in/return-address';
import type { SealedStore } from '../sealed/sealed-store';
import { beginSignIn, useAnswer } from '../sign-in/begun-sign-in';
import { maxAgeSeconds } from '../sign-in/max-age';
import { signInTarget } from '../sign-in/sign-in-target';

const entry = 'sign-in-transaction';

/** What the client needs of the tab that it is in. */
export interface ClientTab {
  readonly store: SealedStore;
  /** Whether a callback answers another sign-in of this tab, which is not to be taken. */
  readonly isForAnother: (url: string) => Promise<boolean>;
}

/**
 * The SDK client of the signed-in person, with two habits of the SDK taken away, and one added: a sign-in
 * whose tokens were lost on the way begins again, once.
 *
 * It never asks the tenant's session cookie who is signed in: after a second sign-in the answer is
 * somebody else, and the SDK would take it without a word (tenant contract §2.6).
 */
export class PrimaryClient extends Auth0Client {
  readonly #clientId: string;
  readonly #tab: ClientTab;

  constructor(options: Auth0ClientOptions, tab: ClientTab) {
    super(options);
    this.#clientId = options.clientId;
    this.#tab = tab;
  }

  override checkSession(): Promise<void> {
    return Promise.resolve();
  }

  override loginWithRedirect<AppState>(options?: RedirectLoginOptions<AppState>): Promise<void> {
    signInTarget.begins(targetOf(options?.appState));

    return this.#leave(options);
  }

  /** Leaves no authorization code in the address bar or the history. */
  override async handleRedirectCallback<AppState>(url: string = window.location.href) {
    try {
      if (await this.#tab.isForAnother(url)) throw new Error('This answers another sign-in.');
      const result = await this.#use(() => super.handleRedirectCallback<AppState>(url));
      signInTarget.take();

      return result;
    } catch (error) {
      const target = isSpentCode(error) ? signInTarget.take() : undefined;
      if (target === undefined) throw error;

      return await this.#beginAgain(target);
    } finally {
      window.history.replaceState(window.history.state, '', window.location.pathname);
    }
  }

  /** The SDK leaves the verifier in clear; here it is sealed while the page is away, where anything can be. */
  async #leave<AppState>(options?: RedirectLoginOptions<AppState>): Promise<void> {
    if (!(await this.#tab.store.outlivesThePage())) return super.loginWithRedirect(options);
    const client = {
      loginWithRedirect: <State>(asked?: RedirectLoginOptions<State>) =>
        super.loginWithRedirect(asked),
    };
    const { address, transaction } = await beginSignIn(client, this.#clientId, { ...options });
    await this.#tab.store.set(entry, transaction);
    // Whoever begins it may have something to add, such as an invitation.
    if (options?.openUrl) await options.openUrl(address);
    else window.location.assign(address);
  }

  async #use<Result>(handle: () => Promise<Result>): Promise<Result> {
    const transaction = await this.#tab.store.get(entry);
    this.#tab.store.remove(entry);

    return typeof transaction === 'string'
      ? useAnswer(this.#clientId, transaction, handle)
      : handle();
  }

  /** The tenant has a session of the person by now, and answers from it. */
  async #beginAgain(target: string): Promise<never> {
    await this.#leave({
      appState: { target: returnAddress(target) },
      authorizationParams: { max_age: maxAgeSeconds },
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
