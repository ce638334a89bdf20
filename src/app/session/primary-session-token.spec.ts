import { TestBed } from '@angular/core/testing';
import { firstValueFrom, NEVER, of } from 'rxjs';

import { Auth0Sdk } from './auth0-sdk';
import type { Person } from './person';
import { PinnedPerson, SEALED_STORE } from './pinned-person';
import { PrimarySession } from './primary-session';
import { SealedStore } from './sealed-store';
import { SessionError } from './session-error';

const ada: Person = { subject: 'auth0|ada', name: 'Ada' };
const tokenOf = (payload: object): string =>
  `e30.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.sig`;

async function setUp({ pinned, token }: { pinned?: Person; token?: string }) {
  const auth = { isLoading$: NEVER, getAccessTokenSilently: jest.fn(() => of(token)) };
  const store = new SealedStore();
  if (pinned) await new PinnedPerson(store).pin(pinned);
  TestBed.configureTestingModule({
    providers: [
      { provide: Auth0Sdk, useValue: { auth } },
      { provide: SEALED_STORE, useValue: store },
    ],
  });
  const session = TestBed.inject(PrimarySession);

  return { session, auth, accessToken: () => firstValueFrom(session.accessToken()) };
}

describe('PrimarySession: the access token', () => {
  it('is the pinned person’s own, from the tab and never from the tenant’s cookie', async () => {
    const token = tokenOf({ sub: 'auth0|ada' });
    const { auth, accessToken } = await setUp({ pinned: ada, token });

    await expect(accessToken()).resolves.toBe(token);
    expect(auth.getAccessTokenSilently).toHaveBeenCalledWith({ cacheMode: 'cache-only' });
  });

  it.each([
    ['of another person', tokenOf({ sub: 'google-oauth2|115' })],
    ['of nobody', tokenOf({ email: 'ada@example.com' })],
    ['whose subject is not a text', tokenOf({ sub: ['auth0|ada'] })],
    ['that cannot be read', 'opaque'],
  ])('SEC-40: is refused when it is one %s', async (_case, token) => {
    const { accessToken } = await setUp({ pinned: ada, token });

    await expect(accessToken()).rejects.toBeInstanceOf(SessionError);
  });

  it('is refused when it has expired, which the SDK tells by answering with nothing', async () => {
    await expect((await setUp({ pinned: ada })).accessToken()).rejects.toBeInstanceOf(SessionError);
  });

  it('is refused when the tab is nobody’s', async () => {
    const { accessToken } = await setUp({ token: tokenOf({ sub: 'auth0|ada' }) });

    await expect(accessToken()).rejects.toBeInstanceOf(SessionError);
  });

  it('is asked for anew each time, so that a token of yesterday is not used today', async () => {
    const { session, auth } = await setUp({ pinned: ada, token: tokenOf({ sub: 'auth0|ada' }) });
    const token$ = session.accessToken();
    await firstValueFrom(token$);
    await firstValueFrom(token$);

    expect(auth.getAccessTokenSilently).toHaveBeenCalledTimes(2);
  });
});
