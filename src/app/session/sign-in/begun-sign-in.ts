import type { Auth0Client, RedirectLoginOptions } from '@auth0/auth0-spa-js';

import { tabStorage } from '../sealed/tab-storage';
import { SignInError } from './sign-in-error';

/** Parameters of the SDK's request to which its answer belongs: whoever carries the request on repeats them all. */
export const answeredParams = [
  'scope',
  'audience',
  'state',
  'nonce',
  'code_challenge',
  'code_challenge_method',
  'max_age',
] as const;

/** A sign-in that has begun: where it goes, and what alone can use its answer. */
export interface BegunSignIn {
  readonly address: string;
  /** The `state` of the request, which only its answer repeats. */
  readonly state: string;
  /** What the SDK needs for the answer: the `code_verifier`, the `nonce` and the `state`, as it writes them. */
  readonly transaction: string;
}

/** What a second sign-in needs once its answer is here, whatever its transport. */
export interface BegunSecondary extends Pick<BegunSignIn, 'state' | 'transaction'> {
  /** When it began, in milliseconds since 1970 by this device's clock. */
  readonly startedAtMs: number;
}

/** Where the SDK keeps a transaction, unencrypted, and in one place for all sign-ins of a tab. */
const entryOf = (clientId: string): string => `a0.spajs.txs.${clientId}`;

/** Begins a sign-in and leaves nothing of it in the tab: the caller keeps it. Fails with {@link SignInError}. */
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
 * Uses an answer with the transaction that belongs to it. The SDK reads the transaction before it waits for anything,
 * so that it lies in the tab for no longer than this call.
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
