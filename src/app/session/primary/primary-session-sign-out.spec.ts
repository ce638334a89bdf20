import { TestBed } from '@angular/core/testing';
import { createHash } from 'node:crypto';
import { firstValueFrom, NEVER, of } from 'rxjs';

import { LIGATURE_CONFIG } from '../../config/ligature-config';
import { Trace } from '../../trace/trace';
import { TRACE_IS_ON } from '../../trace/trace-settings';
import { SealedStore } from '../sealed/sealed-store';
import { useChannel } from '../testing/tab-channel';
import { lastUser } from '../user/last-user';
import { PinnedUser, SEALED_STORE } from '../user/pinned-user';
import { subjectDigest } from '../user/subject-digest';
import type { User } from '../user/user';
import { Auth0Sdk } from './auth0-sdk';
import { PrimarySession } from './primary-session';
import { SignOut } from './sign-out';

const ada: User = { subject: 'auth0|ada', name: 'Ada', loginHint: 'ada@example.com' };

/** The browser's channel; the messages of other tabs are brought here by hand. */
class FakeChannel extends EventTarget {
  static last = new FakeChannel();
  readonly postMessage = jest.fn();
  readonly close = jest.fn();

  constructor() {
    super();
    FakeChannel.last = this;
  }
}

interface Arranged {
  readonly pinned?: User;
  /** When the SDK says the person signed in. */
  readonly authTime?: unknown;
}

async function setUp({ pinned, authTime }: Arranged = {}) {
  const auth = {
    isLoading$: NEVER,
    loginWithRedirect: jest.fn(() => of(undefined)),
    logout: jest.fn(() => of(undefined)),
  };
  const client = { getIdTokenClaims: () => Promise.resolve({ auth_time: authTime }) };
  const store = new SealedStore();
  const pin = new PinnedUser(store);
  if (pinned) {
    await pin.pin(pinned);
    await store.set('cache.key', 'tokens');
  }
  TestBed.configureTestingModule({
    providers: [
      { provide: LIGATURE_CONFIG, useValue: { tenant: { origin: 'https://acme.example' } } },
      { provide: Auth0Sdk, useValue: { auth, client } },
      { provide: SEALED_STORE, useValue: store },
      { provide: TRACE_IS_ON, useValue: true },
    ],
  });

  return { session: TestBed.inject(PrimarySession), auth, store, channel: FakeChannel.last };
}

/** The browser's own takes its time in another thread. */
const crypto = {
  subtle: {
    digest: (_algorithm: string, bytes: Uint8Array) =>
      Promise.resolve(new Uint8Array(createHash('sha256').update(bytes).digest()).buffer),
  },
};

beforeAll(() => {
  Object.defineProperty(globalThis, 'crypto', { value: crypto });
  useChannel(FakeChannel);
});
beforeEach(() => {
  jest.useFakeTimers();
  localStorage.clear();
  // jsdom goes nowhere, and says so.
  jest.spyOn(console, 'error').mockImplementation();
});
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

describe('PrimarySession: signing in', () => {
  it('lets anybody sign in whose tab it is not yet, and asks when they last did', async () => {
    const { session, auth } = await setUp();
    await session.signIn();

    expect(auth.loginWithRedirect).toHaveBeenCalledWith({
      appState: { target: '/account' },
      authorizationParams: { max_age: 2_592_000 },
    });
  });

  it.each<[User, object]>([
    [ada, { prompt: 'login', login_hint: 'ada@example.com' }],
    [{ subject: 'sms|1', name: 'Ada' }, { prompt: 'login' }],
  ])('has %j sign in themselves, past the tenant’s session', async (pinned, asked) => {
    const { session, auth } = await setUp({ pinned });
    await session.signIn('/account/link/github');

    expect(auth.loginWithRedirect).toHaveBeenCalledWith({
      appState: { target: '/account/link/github' },
      authorizationParams: asked,
    });
  });

  it('asks for a code where somebody wants one, and again when it is to be the same person', async () => {
    const { session, auth } = await setUp();
    await session.signIn(undefined, 'sms');
    await session.signInAgain('/account');
    await session.signIn();
    await session.signInAgain('/account');

    const asked = auth.loginWithRedirect.mock.calls as unknown[][];
    expect(
      asked.map(([options]) => (options as { authorizationParams: object }).authorizationParams),
    ).toEqual([
      { max_age: 2_592_000, connection: 'sms' },
      { max_age: 2_592_000, connection: 'sms' },
      { max_age: 2_592_000 },
      { max_age: 2_592_000 },
    ]);
  });

  it('fills in no address of theirs where a code is asked for', async () => {
    const { session, auth } = await setUp({ pinned: ada });
    await session.signIn('/account', 'sms');

    expect(auth.loginWithRedirect).toHaveBeenCalledWith({
      appState: { target: '/account' },
      authorizationParams: { prompt: 'login', connection: 'sms' },
    });
  });

  it('goes on, after a sign-out for it, where a method is added to another account, once', async () => {
    const { session } = await setUp({ pinned: ada });
    await session.signOutToAdd('sms');
    TestBed.resetTestingModule();
    const { session: next, auth } = await setUp();
    await next.signIn();

    expect(next.toAdd).toBe('sms');
    expect(auth.loginWithRedirect).toHaveBeenCalledWith(
      expect.objectContaining({ appState: { target: '/account/link/sms' } }),
    );
    TestBed.resetTestingModule();
    expect((await setUp()).session.toAdd).toBeUndefined();
  });

  it.each([
    ['takes an invitation along', '/?invitation=t&organization=org_abc', true],
    ['takes nothing that is no invitation', '/?invitation=t', false],
    ['takes one from the start page alone', '/account?invitation=t&organization=org_abc', false],
  ])('%s: %s', async (_case, address, isTaken) => {
    const { session, auth } = await setUp();
    window.history.replaceState(null, '', address);
    await session.signIn();
    window.history.replaceState(null, '', '/');

    expect(auth.loginWithRedirect).toHaveBeenCalledWith({
      appState: { target: '/account' },
      authorizationParams: { max_age: 2_592_000 },
      ...(isTaken && { openUrl: expect.any(Function) as unknown }),
    });
  });

  it('comes back to where the person wanted to go', async () => {
    const { session, auth } = await setUp();
    session.rememberTarget('/account/link/sms');
    await session.signIn();

    expect(auth.loginWithRedirect).toHaveBeenCalledWith(
      expect.objectContaining({ appState: { target: '/account/link/sms' } }),
    );
  });

  it.each([
    [1_800_000_000, 1_800_000_000_000],
    ['1800000000', undefined],
    [undefined, undefined],
  ])('reads an auth_time of %j as %j', async (authTime, expected) => {
    const { session } = await setUp({ pinned: ada, authTime });

    await expect(firstValueFrom(session.authenticatedAtMs())).resolves.toBe(expected);
  });

  it('takes a new person’s word that they mean to be here', async () => {
    await lastUser.remember('github|7');
    const { session } = await setUp();
    await session.welcome(ada);

    await expect(lastUser.isSomebodyElseThan('auth0|ada')).resolves.toBe(false);
  });
});

describe('PrimarySession: signing out', () => {
  it('forgets everything here, and ends the session at the tenant', async () => {
    await lastUser.remember('auth0|ada');
    const { session, auth, store } = await setUp({ pinned: ada });
    await session.signOut();

    expect(store.names()).toEqual([]);
    await expect(lastUser.isSomebodyElseThan('github|7')).resolves.toBe(false);
    expect(auth.logout).toHaveBeenCalledWith({ logoutParams: { returnTo: 'http://localhost' } });
  });

  it('says from then on that the tenant still knows them where it cannot be told, until it is', async () => {
    const { session, auth, store } = await setUp({ pinned: ada });
    const onLine = jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    await session.signOut();
    expect(store.names()).toEqual([]);
    expect(auth.logout).not.toHaveBeenCalled();
    TestBed.resetTestingModule();
    const next = await setUp();
    await expect(firstValueFrom(next.session.settled)).resolves.toEqual({
      status: 'signedOut',
      problem: 'still-known',
    });

    onLine.mockReturnValue(true);
    await next.session.signOut();
    expect(next.auth.logout).toHaveBeenCalledTimes(1);
    expect(localStorage).toHaveLength(0);
  });

  it('lets be written first what only this person can have written, and tells the other tabs at once', async () => {
    const { session, auth, store, channel } = await setUp({ pinned: ada });
    let written: (() => void) | undefined;
    TestBed.inject(SignOut).waitFor(() => new Promise<void>((resolve) => (written = resolve)));
    const signedOut = session.signOut();
    await jest.advanceTimersByTimeAsync(2999);
    expect(store.names()).toEqual(['pinned-person', 'cache.key']);
    expect(channel.postMessage).toHaveBeenCalledTimes(1);
    expect(auth.logout).not.toHaveBeenCalled();

    written?.();
    await signedOut;
    expect(store.names()).toEqual([]);
    expect(auth.logout).toHaveBeenCalledTimes(1);
  });

  it.each<[string, () => Promise<void>]>([
    ['takes too long', () => new Promise(() => undefined)],
    ['fails', () => Promise.reject(new Error('offline'))],
  ])('waits no longer for what %s', async (_case, finish) => {
    const { session, auth, store } = await setUp({ pinned: ada });
    TestBed.inject(SignOut).waitFor(finish);
    const signedOut = session.signOut();
    await jest.advanceTimersByTimeAsync(3000);
    await signedOut;

    expect(store.names()).toEqual([]);
    expect(auth.logout).toHaveBeenCalledTimes(1);
  });

  it('ends the trace, which knows what the person did here', async () => {
    const { session } = await setUp({ pinned: ada });
    const trace = TestBed.inject(Trace);
    trace.record(() => ({ kind: 'page', path: '/account' }));
    await session.signOut();
    trace.record(() => ({ kind: 'page', path: '/' }));

    expect(trace.entries()).toEqual([]);
  });

  it('tells the other tabs who has gone, in a way that only they can read', async () => {
    const { session, channel } = await setUp({ pinned: ada });
    await session.signOut();
    const digest = await subjectDigest('auth0|ada');

    expect(channel.postMessage.mock.calls).toEqual([[{ kind: 'signed-out', digest }]]);
    expect(JSON.stringify(channel.postMessage.mock.calls)).not.toContain('ada');
  });

  it('tells nobody when nobody was signed in', async () => {
    const { session, channel, auth } = await setUp();
    await session.signOut();

    expect(channel.postMessage).not.toHaveBeenCalled();
    expect(auth.logout).toHaveBeenCalled();
  });

  it.each([
    ['forgets everything when the same person', 'auth0|ada', []],
    ['keeps everything when somebody else', 'github|7', ['pinned-person', 'cache.key']],
  ])('%s signs out in another tab', async (_case, subject, kept) => {
    const { channel, store, auth } = await setUp({ pinned: ada });
    const data = { kind: 'signed-out', digest: await subjectDigest(subject) };
    channel.dispatchEvent(new MessageEvent('message', { data }));
    await jest.advanceTimersByTimeAsync(0);

    expect(store.names()).toEqual(kept);
    expect(auth.logout).not.toHaveBeenCalled();
  });
});
