import type { Auth0Client, RedirectLoginOptions } from '@auth0/auth0-spa-js';

/** Under what name the SDK keeps, in clear, what belongs to the answer of a sign-in. */
export const transactionEntry = 'a0.spajs.txs.client';

/** The SDK's client, as far as a sign-in by redirect goes; it keeps its transaction where the real one does. */
export function sdkClient(request = 'https://acme.example/authorize?state=sent') {
  const transactionsSeen: (string | null)[] = [];
  const handled = jest.fn<Promise<object>, [string]>(() => Promise.resolve({}));
  const client = {
    loginWithRedirect: jest.fn(async ({ openUrl }: RedirectLoginOptions) => {
      sessionStorage.setItem(transactionEntry, `transaction of ${request}`);
      await openUrl?.(request);
    }),
    handleRedirectCallback: jest.fn((url: string) => {
      transactionsSeen.push(sessionStorage.getItem(transactionEntry));

      return handled(url);
    }),
  };

  return {
    ...client,
    /** What comes of an exchange. */
    handled,
    /** What lay there for each answer. */
    transactionsSeen,
    /** For those who want the whole of it; only this much is used. */
    asClient: (more: object = {}) => ({ ...client, ...more }) as unknown as Auth0Client,
  };
}
