import { Auth0Client, InMemoryCache } from '@auth0/auth0-spa-js';
import { webcrypto } from 'node:crypto';

import { beginSignIn, useAnswer } from './begun-sign-in';

/** The SDK itself: where it keeps its transactions is its own affair, and would change without a word. */
function setUp() {
  const fetched = jest.fn<Promise<Response>, [string, RequestInit]>(() =>
    Promise.reject(new TypeError('Failed to fetch')),
  );
  Object.defineProperty(globalThis, 'fetch', { value: fetched, configurable: true });
  const client = new Auth0Client({
    domain: 'acme.example',
    clientId: 'client',
    cache: new InMemoryCache().enclosedCache,
    authorizationParams: { redirect_uri: 'http://localhost/link/callback' },
  });
  return {
    fetched,
    begin: (connection = 'google') =>
      beginSignIn(client, 'client', { authorizationParams: { connection } }),
    answer: (transaction: string, state: string) => {
      const url = `http://localhost/link/callback?code=secret&state=${encodeURIComponent(state)}`;

      return useAnswer('client', transaction, () => client.handleRedirectCallback(url));
    },
  };
}

beforeAll(() => Object.defineProperty(globalThis, 'crypto', { value: webcrypto }));
beforeEach(() => sessionStorage.clear());
afterEach(() => jest.restoreAllMocks());

describe('beginSignIn', () => {
  it('says where the sign-in goes, and keeps nothing of it in the tab', async () => {
    const { address, state, transaction } = await setUp().begin();
    const asked = new URL(address).searchParams;

    expect(asked.get('connection')).toBe('google');
    expect(asked.get('state')).toBe(state);
    expect(transaction).toContain('code_verifier');
    expect(address).not.toContain('code_verifier');
    expect(Object.entries(sessionStorage)).toEqual([]);
  });

  it('fails as the SDK does', async () => {
    const refused = new Error('refused');
    const client = { loginWithRedirect: () => Promise.reject(refused) };

    await expect(beginSignIn(client, 'client', {})).rejects.toMatchObject({ cause: refused });
  });

  it('REL-09: says that it cannot begin where the tab keeps nothing', async () => {
    const { begin } = setUp();
    jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });

    await expect(begin()).rejects.toMatchObject({ code: 'no-storage' });
  });
});

describe('useAnswer', () => {
  it('exchanges an answer with the verifier of its own sign-in, which is in the tab for no longer', async () => {
    const { begin, answer, fetched } = setUp();
    const first = await begin();
    await begin('github');
    const exchanged = answer(first.transaction, first.state).catch(() => undefined);
    expect(Object.entries(sessionStorage)).toEqual([]);
    await exchanged;
    const verifier = /"code_verifier":"([^"]+)"/.exec(first.transaction)?.[1];

    const body = new URLSearchParams(fetched.mock.calls[0]?.[1].body as string);

    expect(verifier).toBeDefined();
    expect(body.get('code_verifier')).toBe(verifier);
  });

  it('SEC-03: asks the tenant nothing when the answer is another sign-in’s', async () => {
    const { begin, answer, fetched } = setUp();
    const [first, second] = [await begin(), await begin()];

    await expect(answer(first.transaction, second.state)).rejects.toThrow('Invalid state');
    expect(fetched).not.toHaveBeenCalled();
  });
});
