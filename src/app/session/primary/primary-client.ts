import {
  Auth0Client,
  AuthenticationError,
  GenericError,
  type Auth0ClientOptions,
  type RedirectLoginOptions,
} from '@auth0/auth0-spa-js';

import { isJsonObject } from '../../identity/json';
import { returnAddress } from '../../identity/sign-in/return-address';
import type { SealedStore } from '../sealed/sealed-store';
import { beginSignIn, useAnswer } from '../sign-in/begun-sign-in';
import { maxAgeSeconds } from '../sign-in/max-age';
import { tabStorage } from '../sealed/tab-storage';

const entry = 'sign-in-transaction';
const targetEntry = 'ligature.sign-in-target';

/** What {@link PrimaryClient} needs of the tab that it is in. */
export interface ClientTab {
  readonly store: SealedStore;
  /** Whether a callback answers another sign-in of this tab, so that the client must not take it. */
  readonly isForAnother: (url: string) => Promise<boolean>;
}

/**
 * Signs the first person in with the SDK, which does three things otherwise here. It never asks the tenant's session
 * cookie who is signed in: after a second sign-in that is somebody else, and the SDK would take them (tenant contract
 * §2.6). It leaves nothing readable in the tab or the address. A sign-in whose tokens were lost on the way begins
 * again, once.
 */
export class PrimaryClient extends Auth0Client {
  readonly #clientId: string;
  readonly #tab: ClientTab;

  constructor(options: Auth0ClientOptions, tab: ClientTab) {
    super(options);
    this.#clientId = options.clientId;
    this.#tab = tab;
  }

  /** Does nothing: the tenant's session cookie may be somebody else's. */
  override checkSession(): Promise<void> {
    return Promise.resolve();
  }

  /** Leaves for the tenant's sign-in page, and notes where the sign-in leads. */
  override loginWithRedirect<AppState>(options?: RedirectLoginOptions<AppState>): Promise<void> {
    tabStorage.write(targetEntry, targetOf(options?.appState));

    return this.#leave(options);
  }

  /** Takes the answer to a sign-in, and leaves no authorization code in the address bar or the history. */
  override async handleRedirectCallback<AppState>(url: string = window.location.href) {
    try {
      if (await this.#tab.isForAnother(url)) throw new Error('This answers another sign-in.');
      const result = await this.#use(() => super.handleRedirectCallback<AppState>(url));
      tabStorage.remove(targetEntry);

      return result;
    } catch (error) {
      const target = isSpentCode(error) ? tabStorage.read(targetEntry) : undefined;
      if (target === undefined) throw error;
      // It begins again only once.
      tabStorage.remove(targetEntry);

      return await this.#beginAgain(target);
    } finally {
      window.history.replaceState(window.history.state, '', window.location.pathname);
    }
  }

  /** Leaves, with the verifier sealed while the page is away: the SDK itself would leave it readable. */
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

  /** Begins a sign-in again; the tenant has a session of the person by now, and answers from it. */
  async #beginAgain(target: string): Promise<never> {
    await this.#leave({
      appState: { target: returnAddress(target) },
      authorizationParams: { max_age: maxAgeSeconds },
    });

    // The browser is on its way; nothing here is to go on.
    return new Promise<never>(() => undefined);
  }
}

function targetOf(appState: unknown): string {
  const target = isJsonObject(appState) ? appState['target'] : undefined;

  return returnAddress(typeof target === 'string' ? target : '');
}

/**
 * Whether the token endpoint has refused the code as used: it works once, and the SDK sends it again when the answer is
 * lost. An error that stands in the address is not believed.
 */
const isSpentCode = (error: unknown): boolean =>
  error instanceof GenericError &&
  !(error instanceof AuthenticationError) &&
  error.error === 'invalid_grant';
