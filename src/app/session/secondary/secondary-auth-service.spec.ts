import { TestBed } from '@angular/core/testing';
import { Auth0Client, AuthenticationError, type Auth0ClientOptions } from '@auth0/auth0-spa-js';

import { LIGATURE_CONFIG } from '../../config/ligature-config';
import type { Connection } from '../../identity/connection';
import { openedWindow } from '../testing/opened-window';
import { sdkClient, transactionEntry } from '../testing/sdk-client';
import { SharedChannel, useChannel } from '../testing/tab-channel';
import { SecondaryAuthService } from './secondary-auth-service';

jest.mock('@auth0/auth0-spa-js', () => ({
  ...jest.requireActual<object>('@auth0/auth0-spa-js'),
  Auth0Client: jest.fn(),
}));

const google = {
  name: 'google',
  strategy: 'google-oauth2',
  label: 'Google',
  transport: 'popup',
} as const;
const tenant = {
  origin: 'https://acme.example',
  clientId: 'client',
  audience: 'https://acme.example/api/v2/',
};

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** An ID token that was made just now. */
function idTokenNow(): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    iss: 'https://acme.example/',
    aud: 'client',
    sub: 'google-oauth2|115',
    iat: now,
    exp: now + 60,
  };

  return `${part({ alg: 'RS256' })}.${part(claims)}.sig`;
}

const request = 'https://acme.example/authorize?state=sent&nonce=n&x=y';

function setUp() {
  const sdk = sdkClient(request);
  const client = {
    getIdTokenClaims: jest.fn(() => Promise.resolve({ __raw: idTokenNow() })),
    getTokenSilently: jest.fn(() => Promise.resolve('access')),
    logout: jest.fn(),
  };
  const newClient = jest.mocked(Auth0Client);
  newClient.mockReset().mockReturnValue(sdk.asClient(client));
  TestBed.configureTestingModule({
    providers: [{ provide: LIGATURE_CONFIG, useValue: { tenant } }],
  });

  return {
    service: TestBed.inject(SecondaryAuthService),
    sdk,
    client,
    newClient,
    ...openedWindow(),
  };
}

function watch(service: SecondaryAuthService, connection: Connection = google) {
  const [next, error] = [jest.fn(), jest.fn()];
  service.signIn(connection).subscribe({ next, error });

  return { next, error };
}

beforeAll(() => {
  useChannel(SharedChannel);
  window.matchMedia = () => ({ matches: false }) as MediaQueryList;
});
beforeEach(() => {
  SharedChannel.all.clear();
  sessionStorage.clear();
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

describe('SecondaryAuthService: in a window', () => {
  it('opens it in the very call, while it is still the person’s click', () => {
    const { service, open } = setUp();
    service.signIn(google);

    expect(open).toHaveBeenCalledTimes(1);
  });

  it('has the person type, at the method they chose', async () => {
    const { service, sdk, sentTo } = setUp();
    watch(service);
    await jest.advanceTimersByTimeAsync(0);

    expect(sdk.loginWithRedirect).toHaveBeenCalledWith(
      expect.objectContaining({ authorizationParams: { connection: 'google', prompt: 'login' } }),
    );
    expect(sentTo()).toBe(request);
  });

  it('keeps what belongs to the answer in memory alone, and uses it for the answer', async () => {
    const { service, sdk, comesBack } = setUp();
    watch(service);
    await jest.advanceTimersByTimeAsync(0);
    expect(sessionStorage.getItem(transactionEntry)).toBeNull();
    const url = comesBack('sent');
    await jest.advanceTimersByTimeAsync(0);

    expect(sdk.handled.mock.calls).toEqual([[url]]);
    expect(sdk.transactionsSeen).toEqual([`transaction of ${request}`]);
    expect(sessionStorage.getItem(transactionEntry)).toBeNull();
  });

  it('shares only the application with the first sign-in, and asks for freshness', async () => {
    const { service, newClient } = setUp();
    watch(service);
    watch(service);
    await jest.advanceTimersByTimeAsync(0);
    const [one, two] = newClient.mock.calls.map(([options]: [Auth0ClientOptions]) => options);

    expect(one).toMatchObject({
      domain: tenant.origin,
      clientId: 'client',
      authorizationParams: {
        audience: tenant.audience,
        redirect_uri: 'http://localhost/link/callback',
        max_age: 0,
      },
    });
    expect(one?.cache).toBeDefined();
    expect(one?.cache).not.toBe(two?.cache);
    expect(one?.useRefreshTokens).toBeUndefined();
  });

  it('yields the session, measured from when the window opened, and signs nobody out', async () => {
    const { service, comesBack, client } = setUp();
    const { next } = watch(service);
    await jest.advanceTimersByTimeAsync(120_000);
    comesBack('sent');
    await jest.advanceTimersByTimeAsync(0);

    expect(next.mock.calls).toMatchObject([
      [{ kind: 'windowAwaited' }],
      [{ kind: 'answered' }],
      [
        {
          kind: 'signedIn',
          result: { tookMs: 120_000, claims: { subject: 'google-oauth2|115' } },
          transport: 'popup',
        },
      ],
    ]);
    expect(client.logout).not.toHaveBeenCalled();
  });

  it('goes nowhere offline, and says why', async () => {
    jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    const { service, sentTo, popup } = setUp();
    const { error } = watch(service);
    await jest.advanceTimersByTimeAsync(0);

    expect(error).toHaveBeenCalledWith(expect.objectContaining({ code: 'offline' }));
    expect(sentTo()).toBeUndefined();
    expect(popup.close).toHaveBeenCalled();
  });

  it('names why nobody signed in', async () => {
    const { service, sdk, comesBack } = setUp();
    sdk.handled.mockRejectedValue(new AuthenticationError('access_denied', 'Call 0900', 'sent'));
    const { error } = watch(service);
    await jest.advanceTimersByTimeAsync(0);
    comesBack('sent', 'error=access_denied');
    await jest.advanceTimersByTimeAsync(0);

    expect(error).toHaveBeenCalledWith(expect.objectContaining({ code: 'denied' }));
  });
});

describe('SecondaryAuthService: by Lock', () => {
  const byLock: Connection = { ...google, transport: 'lock' };

  it('shows Lock on the way to the tenant, with the SDK’s request and nothing secret of it', async () => {
    const { service, sdk, sentTo } = setUp();
    watch(service, byLock);
    await jest.advanceTimersByTimeAsync(0);

    expect(sdk.loginWithRedirect).toHaveBeenCalledWith(
      expect.objectContaining({ authorizationParams: { connection: 'google' } }),
    );
    expect(sentTo()).toMatch(/^http:\/\/localhost\/lock#.*state=sent&nonce=n/);
    expect(sentTo()).not.toContain('x=y');
  });

  it('leaves none of the notes that the library keeps, however it ends', async () => {
    document.cookie = 'com.auth0.auth.state=%7B%7D; path=/';
    document.cookie = `${encodeURIComponent('co/verifier/https')}=secret; path=/`;
    const { service, sdk, comesBack } = setUp();
    sdk.handled.mockRejectedValue(new AuthenticationError('access_denied', 'no', 'sent'));
    const { error } = watch(service, byLock);
    await jest.advanceTimersByTimeAsync(0);
    comesBack('sent', 'error=access_denied');
    await jest.advanceTimersByTimeAsync(0);

    expect(error).toHaveBeenCalledWith(expect.objectContaining({ code: 'denied' }));
    expect(document.cookie).toBe('');
  });
});
