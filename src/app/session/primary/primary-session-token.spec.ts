import { TestBed } from '@angular/core/testing';
import { GenericError } from '@auth0/auth0-spa-js';
import { firstValueFrom, NEVER, of, throwError, type Observable } from 'rxjs';

import { LIGATURE_CONFIG } from '../../config/ligature-config';
import { SealedStore } from '../sealed/sealed-store';
import { LonelyChannel, useChannel } from '../testing/tab-channel';
import { PinnedUser, SEALED_STORE } from '../user/pinned-user';
import type { User } from '../user/user';
import { Auth0Sdk } from './auth0-sdk';
import { PrimarySession } from './primary-session';

const ada: User = { subject: 'auth0|ada', name: 'Ada' };
const tokenOf = (payload: object): string =>
  `e30.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.sig`;

beforeAll(() => useChannel(LonelyChannel));

interface Arranged {
  readonly pinned?: User;
  /** What the SDK answers with. */
  readonly answer?: Observable<string | undefined>;
  /** Whether the SDK's code arrives. */
  readonly arrives?: boolean;
}

const neverArrives = (): never => {
  throw new TypeError('Failed to fetch dynamically imported module');
};

async function setUp({ pinned, answer = of(undefined), arrives = true }: Arranged) {
  const auth = { isLoading$: NEVER, getAccessTokenSilently: jest.fn(() => answer) };
  const store = new SealedStore();
  if (pinned) await new PinnedUser(store).pin(pinned);
  TestBed.configureTestingModule({
    providers: [
      { provide: LIGATURE_CONFIG, useValue: { tenant: { origin: 'https://acme.example' } } },
      { provide: Auth0Sdk, useFactory: arrives ? () => ({ auth }) : neverArrives },
      { provide: SEALED_STORE, useValue: store },
    ],
  });
  const session = TestBed.inject(PrimarySession);

  return { session, auth, accessToken: () => firstValueFrom(session.accessToken()) };
}

describe('PrimarySession: when the person signed in', () => {
  it('cannot be said just now when the SDK’s code does not arrive', async () => {
    const { session } = await setUp({ pinned: ada, arrives: false });

    await expect(firstValueFrom(session.authenticatedAtMs())).rejects.toMatchObject({
      name: 'SessionError',
      code: 'offline',
    });
  });
});

describe('PrimarySession: the access token', () => {
  it('is the pinned person’s own', async () => {
    const token = tokenOf({ sub: 'auth0|ada' });
    const { accessToken } = await setUp({ pinned: ada, answer: of(token) });

    await expect(accessToken()).resolves.toBe(token);
  });

  it.each([
    ['of another person', tokenOf({ sub: 'google-oauth2|115' })],
    ['of nobody', tokenOf({ email: 'ada@example.com' })],
    ['whose subject is not a text', tokenOf({ sub: ['auth0|ada'] })],
    ['that cannot be read', 'opaque'],
  ])('SEC-40: is refused when it is one %s', async (_case, token) => {
    const { accessToken } = await setUp({ pinned: ada, answer: of(token) });

    await expect(accessToken()).rejects.toMatchObject({ name: 'SessionError', code: 'signed-out' });
  });

  it('SEC-40: is refused when the tab is nobody’s', async () => {
    const { accessToken } = await setUp({ answer: of(tokenOf({ sub: 'auth0|ada' })) });

    await expect(accessToken()).rejects.toMatchObject({ name: 'SessionError', code: 'signed-out' });
  });

  it('is refused when the session has ended, which the SDK may tell by answering with nothing', async () => {
    const { accessToken } = await setUp({ pinned: ada });

    await expect(accessToken()).rejects.toMatchObject({ name: 'SessionError', code: 'signed-out' });
  });

  it.each([
    [
      'signed-out',
      'the tenant refuses to refresh it',
      new GenericError('invalid_grant', 'revoked'),
    ],
    ['signed-out', 'there is nothing to refresh it with', new GenericError('missing', 'x')],
    ['offline', 'the tenant cannot be reached', new TypeError('Failed to fetch')],
    ['offline', 'something throws what is no error', 'boom'],
  ])('fails with %s when %s', async (code, _case, cause) => {
    const { accessToken } = await setUp({ pinned: ada, answer: throwError(() => cause) });

    await expect(accessToken()).rejects.toMatchObject({ name: 'SessionError', code, cause });
  });

  it('is asked for anew each time, so that a token of yesterday is not used today', async () => {
    const answer = of(tokenOf({ sub: 'auth0|ada' }));
    const { session, auth } = await setUp({ pinned: ada, answer });
    const token$ = session.accessToken();
    await firstValueFrom(token$);
    await firstValueFrom(token$);

    expect(auth.getAccessTokenSilently).toHaveBeenCalledTimes(2);
  });
});
