import { TestBed } from '@angular/core/testing';
import { Auth0Client, PopupCancelledError, type Auth0ClientOptions } from '@auth0/auth0-spa-js';
import { firstValueFrom, Subject } from 'rxjs';

import { LIGATURE_CONFIG } from '../config/ligature-config';
import { SecondaryAuthService } from './secondary-auth-service';

jest.mock('@auth0/auth0-spa-js', () => ({
  ...jest.requireActual<object>('@auth0/auth0-spa-js'),
  Auth0Client: jest.fn(),
}));

const google = { name: 'google', strategy: 'google-oauth2', label: 'Google' };
const idToken = `e30.${Buffer.from('{"sub":"google-oauth2|115"}').toString('base64url')}.sig`;

interface Arranged {
  readonly blocked?: boolean;
  /** What the SDK holds after the sign-in. */
  readonly tokens?: { readonly id?: string; readonly access?: string };
}

function setUp({ blocked = false, tokens = { id: idToken, access: 'access' } }: Arranged = {}) {
  const popup = { closed: false, close: jest.fn(), location: {} };
  const open = jest.spyOn(window, 'open').mockReturnValue(
    // Only what the SDK touches is there.
    blocked ? null : (popup as unknown as Window),
  );
  const login = new Subject<undefined>();
  const client = {
    loginWithPopup: jest.fn(() => firstValueFrom(login)),
    getIdTokenClaims: jest.fn(() => Promise.resolve({ __raw: tokens.id })),
    getTokenSilently: jest.fn(() => Promise.resolve(tokens.access)),
    logout: jest.fn(),
  };
  const newClient = jest.mocked(Auth0Client);
  newClient.mockReset().mockReturnValue(client as unknown as Auth0Client);
  TestBed.configureTestingModule({
    providers: [{ provide: LIGATURE_CONFIG, useValue: { tenant } }],
  });
  const service = TestBed.inject(SecondaryAuthService);

  return { service, popup, open, client, newClient, login };
}

const tenant = {
  origin: 'https://acme.example',
  clientId: 'client',
  audience: 'https://acme.example/api/v2/',
};

function watch(service: SecondaryAuthService) {
  const [next, error] = [jest.fn(), jest.fn()];
  const subscription = service.signIn(google).subscribe({ next, error });

  return {
    next,
    error,
    cancel: () => {
      subscription.unsubscribe();
    },
  };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

describe('SecondaryAuthService', () => {
  it('opens the window in the very call, while it is still the person’s click', () => {
    const { service, open } = setUp();
    service.signIn(google);

    expect(open).toHaveBeenCalledTimes(1);
  });

  it('fails, and asks the tenant nothing, when the browser blocks the window', () => {
    const { service, newClient } = setUp({ blocked: true });
    const { error } = watch(service);

    expect(error).toHaveBeenCalledWith(expect.objectContaining({ code: 'popup-blocked' }));
    expect(newClient).not.toHaveBeenCalled();
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
      authorizationParams: { audience: tenant.audience, max_age: 0 },
    });
    expect(one?.cache).toBeDefined();
    expect(one?.cache).not.toBe(two?.cache);
    expect(one?.useRefreshTokens).toBeUndefined();
  });

  it('yields a session when somebody has signed in, and closes the window', async () => {
    const { service, login, popup, client } = setUp();
    const { next } = watch(service);
    login.next(undefined);
    await jest.advanceTimersByTimeAsync(0);

    expect(next).toHaveBeenCalledTimes(1);
    expect(next).toHaveBeenCalledWith({
      kind: 'signedIn',
      session: expect.objectContaining({
        claims: expect.objectContaining({ subject: 'google-oauth2|115' }) as unknown,
      }) as unknown,
    });
    expect(client.getTokenSilently).toHaveBeenCalledWith({ cacheMode: 'cache-only' });
    expect(popup.close).toHaveBeenCalled();
  });

  it('remembers when the window opened, not when the sign-in ended', async () => {
    const { service, login } = setUp();
    const openedAt = Math.floor(Date.now() / 1000);
    const { next } = watch(service);
    await jest.advanceTimersByTimeAsync(120_000);
    login.next(undefined);
    await jest.advanceTimersByTimeAsync(0);

    expect(next).toHaveBeenCalledWith(
      expect.objectContaining({
        session: expect.objectContaining({ startedAt: openedAt }) as unknown,
      }),
    );
  });

  it('says once that the window looks closed, and still takes an answer that comes late', async () => {
    const { service, popup, login } = setUp();
    const { next } = watch(service);
    popup.closed = true;
    await jest.advanceTimersByTimeAsync(2_000);
    login.next(undefined);
    await jest.advanceTimersByTimeAsync(2_000);

    expect(next.mock.calls.map(([{ kind }]: [{ kind: string }]) => kind)).toEqual([
      'windowClosed',
      'signedIn',
    ]);
  });

  it('names why nobody signed in, and closes the window', async () => {
    const { service, login, popup } = setUp();
    const { error } = watch(service);
    login.error(new PopupCancelledError(window));
    await jest.advanceTimersByTimeAsync(0);

    expect(error).toHaveBeenCalledWith(expect.objectContaining({ code: 'popup-closed' }));
    expect(popup.close).toHaveBeenCalled();
  });

  it.each([
    ['an ID token', { access: 'access' }],
    ['an access token', { id: idToken }],
  ])('fails when a sign-in ends without %s', async (_case, tokens) => {
    const { service, login } = setUp({ tokens });
    const { next, error } = watch(service);
    login.next(undefined);
    await jest.advanceTimersByTimeAsync(0);

    expect(next).not.toHaveBeenCalled();
    expect(error).toHaveBeenCalledWith(expect.objectContaining({ code: 'sign-in-failed' }));
  });

  it('closes the window when nobody waits for it any more, and signs nobody out', async () => {
    const { service, popup, client, login } = setUp();
    const { next, cancel } = watch(service);
    cancel();
    login.next(undefined);
    await jest.advanceTimersByTimeAsync(1_000);

    expect(popup.close).toHaveBeenCalled();
    expect(next).not.toHaveBeenCalled();
    expect(client.logout).not.toHaveBeenCalled();
  });
});
