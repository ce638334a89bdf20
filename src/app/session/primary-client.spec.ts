import { PrimaryClient } from './primary-client';

const mockHandle = jest.fn<Promise<unknown>, [string]>();
const mockCheck = jest.fn<Promise<void>, []>();

jest.mock('@auth0/auth0-spa-js', () => ({
  Auth0Client: class {
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

  return new PrimaryClient({ domain: 'acme.example', clientId: 'client' }, () =>
    Promise.resolve(isForAnother),
  );
}

beforeEach(() => {
  mockHandle.mockReset();
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
