import { TestBed } from '@angular/core/testing';
import { Auth0Client } from '@auth0/auth0-spa-js';

import { CLOCK_SKEW } from '../../../config/clock-skew';
import { LIGATURE_CONFIG } from '../../../config/ligature-config';
import { sdkClient, transactionEntry } from '../../testing/sdk-client';
import { TenantSession } from '../../user/tenant-session';
import { SecondaryClient } from './secondary-client';

jest.mock('@auth0/auth0-spa-js', () => ({
  ...jest.requireActual<object>('@auth0/auth0-spa-js'),
  Auth0Client: jest.fn(),
}));

const now = Date.UTC(2027, 0, 15, 8);
const seconds = now / 1000;
const tenant = {
  origin: 'https://acme.example',
  clientId: 'client',
  audience: 'https://acme.example/api/v2/',
};
const good = {
  iss: 'https://acme.example/',
  aud: 'client',
  sub: 'google-oauth2|115',
  iat: seconds,
  exp: seconds + 36_000,
};

const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
const tokenOf = (claims: object = {}, header: object = { alg: 'RS256' }): string =>
  `${encoded(header)}.${encoded({ ...good, ...claims })}.sig`;

interface Arranged {
  readonly idToken?: string | undefined;
  readonly accessToken?: string | undefined;
  readonly skew?: number;
}

function setUp({ skew = 0, ...tokens }: Arranged = {}) {
  const { idToken, accessToken } = { idToken: tokenOf(), accessToken: 'access', ...tokens };
  const getTokenSilently = jest.fn(() => Promise.resolve(accessToken));
  const sdk = sdkClient();
  const client = sdk.asClient({
    getIdTokenClaims: () => Promise.resolve(idToken === undefined ? undefined : { __raw: idToken }),
    getTokenSilently,
  });
  const newClient = jest.mocked(Auth0Client);
  newClient.mockReset().mockReturnValue(client);
  const signedInAs = jest.fn(() => Promise.resolve());
  const secondSignInBegins = jest.fn(() => Promise.resolve());
  TestBed.configureTestingModule({
    providers: [
      { provide: LIGATURE_CONFIG, useValue: { tenant } },
      { provide: CLOCK_SKEW, useValue: skew },
      { provide: TenantSession, useValue: { signedInAs, secondSignInBegins } },
    ],
  });
  const second = TestBed.inject(SecondaryClient);

  return {
    second,
    sdk,
    newClient,
    getTokenSilently,
    signedInAs,
    secondSignInBegins,
    session: (startedAtMs = now) => second.sessionOf(second.create(), startedAtMs),
  };
}

beforeEach(() => jest.useFakeTimers({ now }));
afterEach(() => jest.useRealTimers());

describe('SecondaryClient', () => {
  it('makes a new client for each attempt, whose memory is its own', () => {
    const { second, newClient } = setUp();
    second.create();
    second.create();
    const [one, two] = newClient.mock.calls.map(([{ cache }]) => cache);

    expect(newClient).toHaveBeenCalledTimes(2);
    expect(one).toBeDefined();
    expect(one).not.toBe(two);
  });

  it('begins a sign-in, and leaves nothing of it in the tab', async () => {
    const { second, sdk } = setUp();
    const authorizationParams = { connection: 'google', prompt: 'login' } as const;

    await expect(second.begin(authorizationParams)).resolves.toEqual({
      address: 'https://acme.example/authorize?state=sent',
      begun: {
        state: 'sent',
        transaction: 'transaction of https://acme.example/authorize?state=sent',
        startedAtMs: now,
      },
    });
    expect(sdk.loginWithRedirect).toHaveBeenCalledWith(
      expect.objectContaining({ authorizationParams }),
    );
    expect(sessionStorage.getItem(transactionEntry)).toBeNull();
  });

  it('exchanges an answer with what belongs to it, in a client that has seen nothing else', async () => {
    const { second, sdk, newClient } = setUp();
    const { begun } = await second.begin({ connection: 'google' });
    jest.advanceTimersByTime(90_000);
    const { tookMs } = await second.finish(
      begun,
      'http://localhost/link/callback?code=c&state=sent',
    );

    expect(tookMs).toBe(90_000);
    expect(sdk.transactionsSeen).toEqual([begun.transaction]);
    expect(sessionStorage.getItem(transactionEntry)).toBeNull();
    expect(newClient).toHaveBeenCalledTimes(2);
  });

  it('has no session when the exchange fails', async () => {
    const { second, sdk, signedInAs } = setUp();
    const { begun } = await second.begin({ connection: 'google' });
    sdk.handled.mockRejectedValue(new Error('invalid_grant'));

    await expect(second.finish(begun, 'http://localhost/link/callback?code=c')).rejects.toThrow(
      'invalid_grant',
    );
    expect(signedInAs).not.toHaveBeenCalled();
  });

  it('has what its client was given, without asking the tenant again', async () => {
    const { session, getTokenSilently } = setUp();
    const { claims } = await session();

    expect(claims).toMatchObject({ subject: 'google-oauth2|115', issuedAtMs: now });
    expect(getTokenSilently.mock.calls).toEqual([[{ cacheMode: 'cache-only' }]]);
  });

  it('knows how long the sign-in took', async () => {
    expect((await setUp().session(now - 90_000)).tookMs).toBe(90_000);
  });

  it('says that the tenant’s session is the second person’s now', async () => {
    const { session, signedInAs } = setUp();
    await session();

    expect(signedInAs.mock.calls).toEqual([['google-oauth2|115']]);
  });

  it('says that it may be from the beginning, since a sign-in that is refused or lost takes it too', () => {
    const { second, secondSignInBegins } = setUp();
    second.create();

    expect(secondSignInBegins).toHaveBeenCalledTimes(1);
  });

  it.each<[string, Arranged]>([
    ['an ID token', { idToken: undefined }],
    ['an access token', { accessToken: undefined }],
  ])('has no session without %s', async (_case, arranged) => {
    await expect(setUp(arranged).session()).rejects.toMatchObject({ code: 'sign-in-failed' });
  });

  it.each([
    ['no token', 'opaque', 'unreadable-token'],
    ['signed with a secret', tokenOf({}, { alg: 'HS256' }), 'wrong-algorithm'],
    ['of another tenant', tokenOf({ iss: 'https://evil.example/' }), 'wrong-issuer'],
    ['for another application', tokenOf({ aud: 'another' }), 'wrong-audience'],
    ['expired', tokenOf({ exp: seconds - 61 }), 'expired-token'],
    ['from the future', tokenOf({ iat: seconds + 61 }), 'token-from-the-future'],
    ['nobody’s', tokenOf({ sub: undefined }), 'no-subject'],
  ])('SEC-08: believes no ID token that is %s', async (_case, idToken, code) => {
    const { session, signedInAs } = setUp({ idToken });

    await expect(session()).rejects.toMatchObject({ code });
    expect(signedInAs).not.toHaveBeenCalled();
  });

  it.each([600_000, -600_000, 86_400_000])(
    'REL-26: judges the time by the server’s clock, when this device is wrong by %d ms',
    async (skew) => {
      const iat = seconds + skew / 1000;
      const idToken = tokenOf({ iat, exp: iat + 36_000 });

      await expect(setUp({ idToken, skew }).session()).resolves.toBeDefined();
    },
  );
});
