import { TestBed } from '@angular/core/testing';
import { Auth0Client, GenericError, type Auth0ClientOptions } from '@auth0/auth0-spa-js';
import { firstValueFrom, Subject } from 'rxjs';

import { LIGATURE_CONFIG } from '../../config/ligature-config';
import type { Connection } from '../../identity/connection';
import { SecondaryAuthService } from './secondary-auth-service';

jest.mock('@auth0/auth0-spa-js', () => ({
  ...jest.requireActual<object>('@auth0/auth0-spa-js'),
  Auth0Client: jest.fn(),
}));

const google = {
  name: 'google',
  strategy: 'google-oauth2',
  label: 'Google',
  transport: 'auto',
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

/** Where the SDK sends a window. */
interface SdkConfig {
  readonly popup: { readonly location: { href: string } };
}

function setUp() {
  const popup = { closed: false, close: jest.fn(), focus: jest.fn(), location: {} };
  // Only what the SDK touches is there.
  const open = jest.spyOn(window, 'open').mockReturnValue(popup as unknown as Window);
  const login = new Subject<undefined>();
  const client = {
    loginWithPopup: jest.fn<Promise<undefined>, [object, SdkConfig]>(() => firstValueFrom(login)),
    getIdTokenClaims: jest.fn(() => Promise.resolve({ __raw: idTokenNow() })),
    getTokenSilently: jest.fn(() => Promise.resolve('access')),
    logout: jest.fn(),
  };
  const newClient = jest.mocked(Auth0Client);
  newClient.mockReset().mockReturnValue(client as unknown as Auth0Client);
  TestBed.configureTestingModule({
    providers: [{ provide: LIGATURE_CONFIG, useValue: { tenant } }],
  });

  return { service: TestBed.inject(SecondaryAuthService), open, popup, client, newClient, login };
}

function watch(service: SecondaryAuthService, connection: Connection = google) {
  const [next, error] = [jest.fn(), jest.fn()];
  service.signInByPopup(connection).subscribe({ next, error });

  return { next, error };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

describe('SecondaryAuthService: in a window', () => {
  it('opens it in the very call, while it is still the person’s click', () => {
    const { service, open } = setUp();
    service.signInByPopup(google);

    expect(open).toHaveBeenCalledTimes(1);
  });

  it('has the person type, at the method they chose, for up to five minutes', async () => {
    const { service, client } = setUp();
    watch(service);
    await jest.advanceTimersByTimeAsync(0);

    expect(client.loginWithPopup).toHaveBeenCalledWith(
      { authorizationParams: { connection: 'google', prompt: 'login' } },
      expect.objectContaining({ timeoutInSeconds: 300 }),
    );
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
    const { service, login, client } = setUp();
    const { next } = watch(service);
    await jest.advanceTimersByTimeAsync(120_000);
    login.next(undefined);
    await jest.advanceTimersByTimeAsync(0);

    expect(next).toHaveBeenCalledTimes(1);
    expect(next).toHaveBeenCalledWith({
      kind: 'signedIn',
      result: expect.objectContaining({
        took: 120,
        claims: expect.objectContaining({ subject: 'google-oauth2|115' }) as unknown,
      }) as unknown,
    });
    expect(client.logout).not.toHaveBeenCalled();
  });

  it('names why nobody signed in', async () => {
    const { service, login } = setUp();
    const { error } = watch(service);
    login.error(new GenericError('access_denied', 'Call 0900'));
    await jest.advanceTimersByTimeAsync(0);

    expect(error).toHaveBeenCalledWith(expect.objectContaining({ code: 'denied' }));
  });
});

describe('SecondaryAuthService: by Lock', () => {
  const byLock: Connection = { ...google, transport: 'lock' };

  it('shows Lock on the way to the tenant, with the SDK’s request and nothing secret of it', async () => {
    const { service, client, popup } = setUp();
    watch(service, byLock);
    await jest.advanceTimersByTimeAsync(0);
    const [asked, config] = client.loginWithPopup.mock.lastCall ?? [];
    if (config) config.popup.location.href = 'https://acme.example/authorize?state=s&nonce=n&x=y';

    expect(asked).toEqual({ authorizationParams: { connection: 'google' } });
    expect(popup.location).toEqual({
      href: expect.stringMatching(/^http:\/\/localhost\/lock#.*state=s&nonce=n/) as unknown,
    });
    expect(JSON.stringify(popup.location)).not.toContain('x=y');
  });

  it('leaves none of the notes that the library keeps, however it ends', async () => {
    document.cookie = 'com.auth0.auth.state=%7B%7D; path=/';
    document.cookie = `${encodeURIComponent('co/verifier/https')}=secret; path=/`;
    const { service, login } = setUp();
    const { error } = watch(service, byLock);
    await jest.advanceTimersByTimeAsync(0);
    login.error(new GenericError('access_denied', 'no'));
    await jest.advanceTimersByTimeAsync(0);

    expect(error).toHaveBeenCalledWith(expect.objectContaining({ code: 'denied' }));
    expect(document.cookie).toBe('');
  });
});
