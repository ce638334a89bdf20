import { AuthenticationError, GenericError, type RedirectLoginOptions } from '@auth0/auth0-spa-js';

import { SealedStore } from '../sealed/sealed-store';
import { transactionEntry } from '../testing/sdk-client';
import { PrimaryClient } from './primary-client';

const mockHandle = jest.fn<Promise<unknown>, [string]>();
const mockCheck = jest.fn<Promise<void>, []>();
const mockLeave = jest.fn<Promise<void>, [unknown]>(() => Promise.resolve());
const mockEntry = 'a0.spajs.txs.client';
const mockAddress = '#/authorize?state=sent';

jest.mock('@auth0/auth0-spa-js', () => ({
  ...jest.requireActual<object>('@auth0/auth0-spa-js'),
  Auth0Client: class {
    async loginWithRedirect({ openUrl, ...options }: RedirectLoginOptions = {}): Promise<void> {
      await mockLeave(options);
      sessionStorage.setItem(mockEntry, 'verifier and all');
      await openUrl?.(new URL(mockAddress, window.location.href).href);
    }

    handleRedirectCallback(url: string): Promise<unknown> {
      return mockHandle(url);
    }

    checkSession(): Promise<void> {
      return mockCheck();
    }
  },
}));

function setUp(isForAnother = false) {
  window.history.replaceState({ navigationId: 1 }, '', '/callback?code=secret&state=x#y');

  return clientIn(isForAnother, true).client;
}

/** A client in a tab that can seal what it keeps, or cannot. */
function clientIn(isForAnother: boolean, canSeal: boolean) {
  const store = new SealedStore();
  jest.spyOn(store, 'outlivesThePage').mockResolvedValue(canSeal);
  const client = new PrimaryClient(
    { domain: 'acme.example', clientId: 'client' },
    { store, isForAnother: () => Promise.resolve(isForAnother) },
  );

  return { client, store };
}

const target = '/account/link/github';
const spent = new GenericError('invalid_grant', 'Call 0900');

/** With what the page is left for the tenant, next. */
const leaves = (): Promise<unknown> =>
  new Promise((resolve) => {
    mockLeave.mockImplementationOnce((options) => {
      resolve(options);

      return Promise.resolve();
    });
  });

beforeEach(() => {
  mockHandle.mockReset();
  mockLeave.mockClear();
  sessionStorage.clear();
});

describe('PrimaryClient', () => {
  it('hands the code to the SDK and then leaves it in no address', async () => {
    mockHandle.mockResolvedValue({ appState: 'x' });

    await expect(setUp().handleRedirectCallback()).resolves.toEqual({ appState: 'x' });
    expect(mockHandle).toHaveBeenCalledWith('http://localhost/callback?code=secret&state=x#y');
    expect(window.location.href).toBe('http://localhost/callback');
    expect(window.history.state).toEqual({ navigationId: 1 });
  });

  it('leaves the code in no address when the exchange fails either', async () => {
    mockHandle.mockRejectedValue(new Error('invalid_grant'));

    await expect(setUp().handleRedirectCallback()).rejects.toThrow('invalid_grant');
    expect(window.location.href).toBe('http://localhost/callback');
  });

  it('does not exchange a code that answers another sign-in of this tab, and leaves it in no address', async () => {
    await expect(setUp(true).handleRedirectCallback()).rejects.toThrow('another sign-in');
    expect(mockHandle).not.toHaveBeenCalled();
    expect(window.location.href).toBe('http://localhost/callback');
  });

  it('never asks the tenant’s cookie who is signed in', async () => {
    await setUp().checkSession();

    expect(mockCheck).not.toHaveBeenCalled();
  });
});

describe('PrimaryClient: leaving', () => {
  it.each([true, false])(
    'lets whoever begins the sign-in have the last word on its address: %s',
    async (canSeal) => {
      const { client } = clientIn(false, canSeal);
      const openUrl = jest.fn<void, [string]>();
      window.history.replaceState(null, '', '/');
      await client.loginWithRedirect({ appState: { target }, openUrl });

      expect(openUrl.mock.calls).toEqual([[`http://localhost/${mockAddress}`]]);
      expect(window.location.href).toBe('http://localhost/');
    },
  );
});

describe('PrimaryClient: what belongs to the answer, while the page is away', () => {
  it('is sealed, and in clear nowhere, until the answer is used', async () => {
    const { client, store } = clientIn(false, true);
    const sealed = jest.spyOn(store, 'set');
    await client.loginWithRedirect({ appState: { target } });
    expect(sealed.mock.calls).toEqual([['sign-in-transaction', 'verifier and all']]);
    expect(sessionStorage.getItem(transactionEntry)).toBeNull();
    expect(window.location.hash).toBe(mockAddress);

    const seen: (string | null)[] = [];
    mockHandle.mockImplementation(() => {
      seen.push(sessionStorage.getItem(transactionEntry));

      return Promise.resolve({});
    });
    await client.handleRedirectCallback();
    expect(seen).toEqual(['verifier and all']);
    expect(sessionStorage.getItem(transactionEntry)).toBeNull();
    expect(store.names()).toEqual([]);
  });

  it('is where the SDK leaves it, in a browser that can seal nothing', async () => {
    const { client, store } = clientIn(false, false);
    await client.loginWithRedirect({ appState: { target } });

    expect(sessionStorage.getItem(transactionEntry)).toBe('verifier and all');
    expect(store.names()).toEqual([]);
    mockHandle.mockResolvedValue({ appState: 'x' });
    await expect(client.handleRedirectCallback()).resolves.toEqual({ appState: 'x' });
  });

  it('is not used up by an answer to another sign-in of this tab', async () => {
    const { client, store } = clientIn(true, true);
    await client.loginWithRedirect({ appState: { target } });
    await expect(client.handleRedirectCallback()).rejects.toThrow('another sign-in');

    expect(store.names()).toEqual(['sign-in-transaction']);
  });
});

describe('PrimaryClient: a sign-in whose tokens were lost on the way (REL-27)', () => {
  it('begins again by itself, from the tenant’s session, and leads where it was to lead', async () => {
    const client = setUp();
    await client.loginWithRedirect({ appState: { target } });
    mockHandle.mockRejectedValue(spent);
    const again = leaves();
    void client.handleRedirectCallback();

    await expect(again).resolves.toEqual({
      appState: { target },
      authorizationParams: { max_age: 2_592_000 },
    });
  });

  it('begins again once, and then says what is wrong', async () => {
    const client = setUp();
    await client.loginWithRedirect({ appState: { target } });
    mockHandle.mockRejectedValue(spent);
    const again = leaves();
    void client.handleRedirectCallback();
    await again;

    await expect(setUp().handleRedirectCallback()).rejects.toBe(spent);
    expect(mockLeave).toHaveBeenCalledTimes(2);
  });

  it.each([
    ['what the address says', new AuthenticationError('invalid_grant', 'Call 0900', 'x')],
    ['a refusal', new GenericError('access_denied', 'x')],
    ['no network', new TypeError('Failed to fetch')],
  ])('does not begin again because of %s', async (_case, error) => {
    const client = setUp();
    await client.loginWithRedirect({ appState: { target } });
    mockHandle.mockRejectedValue(error);

    await expect(client.handleRedirectCallback()).rejects.toBe(error);
    expect(mockLeave).toHaveBeenCalledTimes(1);
  });

  it('does not begin what nobody has asked for, nor again what has succeeded', async () => {
    mockHandle.mockRejectedValue(spent);
    await expect(setUp().handleRedirectCallback()).rejects.toBe(spent);

    const client = setUp();
    await client.loginWithRedirect({ appState: { target } });
    mockHandle.mockResolvedValueOnce({});
    await client.handleRedirectCallback();
    await expect(client.handleRedirectCallback()).rejects.toBe(spent);
    expect(mockLeave).toHaveBeenCalledTimes(1);
  });
});
