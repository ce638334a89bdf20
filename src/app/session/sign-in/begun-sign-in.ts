import type { Auth0Client, RedirectLoginOptions } from '@auth0/auth0-spa-js';

import { tabStorage } from '../sealed/tab-storage';
import { SignInError } from './sign-in-error';

/** A sign-in that is on its way: where it goes, and what alone can use its answer. */
export interface BegunSignIn {
  readonly address: string;
  /** The `state` of the request, which only its answer repeats. */
  readonly state: string;
  /** What the SDK needs for the answer: the `code_verifier`, the `nonce` and the `state`, as it writes them. */
  readonly transaction: string;
}

/** What a secondary sign-in needs once its answer is here, whatever its transport. */
export interface BegunSecondary extends Pick<BegunSignIn, 'state' | 'transaction'> {
  /** In milliseconds since 1970, by this device's clock. */
  readonly startedAtMs: number;
}

/** Where the SDK writes that down, in clear, and in one place for all sign-ins of a tab. */
const entryOf = (clientId: string): string => `a0.spajs.txs.${clientId}`;

/** Begins a sign-in and leaves nothing of it in the tab: whoever begins it holds what belongs to it. */
export function beginSignIn(
  client: Pick<Auth0Client, 'loginWithRedirect'>,
  clientId: string,
  options: Omit<RedirectLoginOptions, 'openUrl'>,
): Promise<BegunSignIn> {
  return new Promise((resolve, reject) => {
    const openUrl = (address: string): void => {
      const transaction = tabStorage.read(entryOf(clientId)) ?? '';
      tabStorage.remove(entryOf(clientId));
      const state = new URL(address).searchParams.get('state') ?? '';
      resolve({ address, state, transaction });
    };
    client.loginWithRedirect({ ...options, openUrl }).catch((cause: unknown) => {
      reject(
        tabStorage.works() ? SignInError.from(cause) : new SignInError('no-storage', { cause }),
      );
    });
  });
}

/**
 * Uses an answer with what belongs to it. The SDK reads that, and forgets it, before it waits for anything, so
 * that it is in the tab for no longer than this call.
 */
export function useAnswer<Result>(
  clientId: string,
  transaction: string,
  handle: () => Promise<Result>,
): Promise<Result> {
  tabStorage.write(entryOf(clientId), transaction);
  const used = handle();
  tabStorage.remove(entryOf(clientId));

  return used;
}
