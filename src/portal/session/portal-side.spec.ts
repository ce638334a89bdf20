import { GenericError, MissingRefreshTokenError } from '@auth0/auth0-spa-js';
import { webcrypto } from 'node:crypto';

import { TestBed } from '@angular/core/testing';
import { AccountSwitch } from '../../app/session/primary/account-switch';
import { LonelyChannel, useChannel } from '../../app/session/testing/tab-channel';
import { TenantSession } from '../../app/session/user/tenant-session';
import {
  ada,
  audience,
  claimsOf,
  sessionOn,
  tokenOf,
  type Arranged,
} from '../testing/session-sides';
import { PortalSide } from './portal-side';

const setUp = (arranged: Arranged = {}) =>
  sessionOn('the portal’s', { found: 'auth0|ada', ...arranged });

beforeAll(() => {
  Object.defineProperty(globalThis, 'crypto', { value: webcrypto });
  useChannel(LonelyChannel);
});
beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  // jsdom goes nowhere, and says so.
  jest.spyOn(console, 'error').mockImplementation();
});
afterEach(() => jest.restoreAllMocks());

describe('PortalSide: who is signed in', () => {
  it('SEC-40: is whoever the portal has signed in since an earlier visit, of whom nothing is kept', async () => {
    const { pin, store, settled } = await setUp({ found: 'github|7', pinned: ada });
    await store.set('receipts', ['of Ada']);

    await expect(settled()).resolves.toMatchObject({ user: { subject: 'github|7' } });
    await expect(pin.read()).resolves.toMatchObject({ subject: 'github|7' });
    expect(store.names()).not.toContain('receipts');
  });

  it('SEC-40: is another person where a second sign-in comes back to somebody else’s portal', async () => {
    const { auth, settled } = await setUp({
      found: 'github|7',
      pinned: ada,
      isSecondReturn: true,
    });

    await expect(settled()).resolves.toMatchObject({ status: 'anotherPerson', expected: ada });
    expect(auth.logout).not.toHaveBeenCalled();
  });

  it('is nobody where the portal has nobody, and names nobody of an earlier visit', async () => {
    const { pin, settled } = await setUp({ found: undefined, pinned: ada });

    await expect(settled()).resolves.toEqual({ status: 'signedOut' });
    await expect(pin.read()).resolves.toBeUndefined();
  });

  it('gives the tenant’s session back to whoever has come back from a sign-in', async () => {
    const { store, comesBack, settled } = await setUp({ pinned: ada });
    await TestBed.inject(TenantSession).signedInAs('google-oauth2|115');
    await store.set('portal-departure', { kind: 'signIn', nonce: 'first' });
    comesBack('auth0|ada');
    await settled();

    expect(TestBed.inject(TenantSession).taken()).toBeUndefined();
  });
});

describe('PortalSide: a token for our audience', () => {
  it('is asked for with our scopes, and never with the portal’s own', async () => {
    const { getTokenSilently, settled } = await setUp();
    await settled();

    expect(getTokenSilently).toHaveBeenCalledWith({
      authorizationParams: {
        audience,
        scope: expect.stringContaining('update:current_user_identities') as string,
      },
    });
  });

  it.each<[string, () => Promise<string | undefined>]>([
    [
      'no refresh token for it',
      () => Promise.reject(new MissingRefreshTokenError(audience, 'openid')),
    ],
    ['no consent', () => Promise.reject(new GenericError('consent_required', 'x'))],
    [
      'another audience',
      () => Promise.resolve(tokenOf({ sub: 'auth0|ada', aud: 'https://else/' })),
    ],
  ])('takes one more sign-in, which asks for it, where there is %s', async (_what, answer) => {
    const { auth, primary, settled } = await setUp({ answer });

    await expect(settled()).resolves.toEqual({
      status: 'signedOut',
      expected: ada,
      problem: 'not-asked',
    });
    await primary().signIn('/account');
    expect(auth.loginWithRedirect).toHaveBeenCalledWith(
      expect.objectContaining({
        authorizationParams: expect.objectContaining({ audience }) as object,
      }),
    );
  });

  it('is for the portal to renew where its session has ended: the sign-in is the portal’s own', async () => {
    const { auth, primary, settled } = await setUp({
      answer: () => Promise.reject(new GenericError('invalid_grant', 'revoked')),
      portal: { authorizationParams: { audience: 'https://portal/' } },
    });

    await expect(settled()).resolves.toEqual({ status: 'signedOut', expected: ada });
    await primary().signIn('/account');
    expect(auth.loginWithRedirect).toHaveBeenCalledWith(
      expect.objectContaining({
        authorizationParams: expect.objectContaining({ audience: 'https://portal/' }) as object,
      }),
    );
  });

  it('that cannot be had just now says nothing against the person', async () => {
    const { settled } = await setUp({
      answer: () => Promise.reject(new TypeError('Failed to fetch')),
    });

    await expect(settled()).resolves.toMatchObject({ status: 'signedIn' });
  });
});

describe('PortalSide: a portal that becomes somebody else’s', () => {
  it.each([
    ['somebody else', 'github|7'],
    ['nobody', undefined],
  ])('SEC-40: ends what is open when it has %s', async (_who, subject) => {
    const { becomes, pin, store, session, settled } = await setUp({ pinned: ada });
    await settled();
    await store.set('receipts', ['of Ada']);
    await becomes(subject);

    await expect(store.get('portal-departure')).resolves.toEqual({ kind: 'changed' });
    await expect(pin.read()).resolves.toMatchObject({ subject: 'auth0|ada' });
    expect(store.names()).not.toContain('receipts');
    expect(session.hasChanged).toBe(false);
  });

  it('leaves a portal alone that shows a page of its own, and remembers it', async () => {
    const { becomes, session, store, settled } = await setUp({ pinned: ada });
    await settled();
    const base = document.createElement('base');
    base.href = '/elsewhere/';
    document.head.append(base);
    await becomes('github|7');
    base.remove();

    expect(session.hasChanged).toBe(true);
    expect(store.names()).toEqual([]);
  });

  it('SEC-40: is noticed by a token that is somebody else’s', async () => {
    const { accessToken, getTokenSilently, becomes, store, settled } = await setUp();
    await settled();
    getTokenSilently.mockResolvedValue(tokenOf({ sub: 'github|7', aud: audience }));
    await expect(accessToken()).rejects.toMatchObject({ code: 'signed-out' });
    await becomes('github|7');

    await expect(store.get('portal-departure')).resolves.toEqual({ kind: 'changed' });
  });

  it('stays as it is while it is renewed for the same person', async () => {
    const { becomes, store, settled } = await setUp({ pinned: ada });
    await settled();
    await becomes('auth0|ada');

    expect(store.names()).not.toContain('portal-departure');
  });
});

describe('PortalSide: a swap', () => {
  it('signs the portal in for its own audience: the other account has none of its tokens', async () => {
    const { auth, settled } = await setUp({
      pinned: ada,
      portal: { authorizationParams: { audience: 'https://portal/' } },
    });
    await settled();
    const accountSwitch = TestBed.inject(AccountSwitch);
    await accountSwitch.expect({ subject: 'google-oauth2|115', name: 'Ada' });
    await accountSwitch.complete('/account');

    expect(auth.loginWithRedirect).toHaveBeenCalledWith(
      expect.objectContaining({
        authorizationParams: expect.objectContaining({ audience: 'https://portal/' }) as object,
      }),
    );
  });
});

describe('PortalSide: signing out', () => {
  it('is the portal’s, for whoever is signed in', async () => {
    const { auth, primary, settled } = await setUp({ pinned: ada });
    await settled();
    await primary().signOut();

    expect(auth.logout).toHaveBeenCalledWith({ logoutParams: { returnTo: 'http://localhost' } });
  });

  it('never ends the session of somebody else', async () => {
    const { auth, primary, store, settled } = await setUp({
      found: 'github|7',
      pinned: ada,
      isSecondReturn: true,
    });
    await settled();
    await primary().signOut();

    expect(auth.logout).not.toHaveBeenCalled();
    expect(store.names()).toEqual([]);
  });
});

describe('PortalSide: a confirmation in a window', () => {
  it('counts for this page, and leaves the portal’s tokens alone', async () => {
    const { settled } = await setUp({ pinned: ada });
    await settled();
    const side = TestBed.inject(PortalSide);
    const cache = { get: jest.fn(), set: jest.fn(), remove: jest.fn() };
    const claims = claimsOf('auth0|ada', { auth_time: 1_800_000_000 });
    await side.keepConfirmed({ claims, cache });

    await expect(side.idTokenClaims()).resolves.toEqual(claims);
    expect(cache.get).not.toHaveBeenCalled();
  });

  it('is nobody else’s once the portal has changed', async () => {
    const { becomes, settled } = await setUp({ pinned: ada });
    await settled();
    const side = TestBed.inject(PortalSide);
    await side.keepConfirmed({
      claims: claimsOf('auth0|ada', { auth_time: 1_800_000_000 }),
      cache: { get: jest.fn(), set: jest.fn(), remove: jest.fn() },
    });
    await becomes('github|7');

    await expect(side.idTokenClaims()).resolves.toMatchObject({ sub: 'github|7' });
  });
});
