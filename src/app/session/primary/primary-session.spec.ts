import { TestBed } from '@angular/core/testing';
import { webcrypto } from 'node:crypto';
import { concat, defer, firstValueFrom, NEVER, of, type Observable } from 'rxjs';

import { LIGATURE_CONFIG } from '../../config/ligature-config';
import { SealedStore, type Opening } from '../sealed/sealed-store';
import { LonelyChannel, useChannel } from '../testing/tab-channel';
import { lastUser } from '../user/last-user';
import { PinnedUser, SEALED_STORE } from '../user/pinned-user';
import { TenantSession } from '../user/tenant-session';
import type { User } from '../user/user';
import { Auth0Sdk } from './auth0-sdk';
import { PrimarySession } from './primary-session';

const ada: User = { subject: 'auth0|ada', name: 'Ada', loginHint: 'ada@example.com' };
const claimsOf = (sub: string) => ({ __raw: 'x', sub, name: 'Ada', email: 'ada@example.com' });

beforeAll(() => {
  Object.defineProperty(globalThis, 'crypto', { value: webcrypto });
  useChannel(LonelyChannel);
});
beforeEach(() => {
  localStorage.clear();
});

/** A store whose key this browser has given. */
class OpenStore extends SealedStore {
  override opening(): Promise<Opening> {
    return Promise.resolve('open');
  }
}

const neverArrives = (): never => {
  throw new TypeError('Failed to fetch dynamically imported module');
};

interface Arranged {
  /** The subject of the session that the SDK has found. */
  readonly found?: string;
  readonly pinned?: User;
  readonly error$?: Observable<Error>;
  readonly path?: string;
  /** Whether the SDK's code arrives. */
  readonly arrives?: boolean;
  readonly store?: SealedStore;
}

async function setUp({
  found,
  pinned,
  error$ = NEVER,
  path = '/callback',
  arrives = true,
  store = new OpenStore(),
}: Arranged = {}) {
  // As the SDK does it: before it has finished loading, it says that nobody is signed in.
  let claims: ReturnType<typeof claimsOf> | null = null;
  const loaded = defer(() => {
    claims = found === undefined ? null : claimsOf(found);

    return of(false);
  });
  const auth = {
    isLoading$: concat(of(true), loaded),
    idTokenClaims$: defer(() => of(claims)),
    error$,
    logout: jest.fn(() => of(undefined)),
  };
  // Where the tenant sends the browser back to; elsewhere a tab that keeps nothing has nothing to judge.
  window.history.replaceState(null, '', path);
  const pin = new PinnedUser(store);
  if (pinned) await pin.pin(pinned);
  TestBed.configureTestingModule({
    providers: [
      { provide: LIGATURE_CONFIG, useValue: { tenant: { origin: 'https://acme.example' } } },
      { provide: Auth0Sdk, useFactory: arrives ? () => ({ auth }) : neverArrives },
      { provide: SEALED_STORE, useValue: store },
    ],
  });
  const session = TestBed.inject(PrimarySession);

  return {
    session,
    auth,
    pin,
    settled: () => firstValueFrom(session.settled),
  };
}

describe('PrimarySession: who is signed in', () => {
  it('is not known before the SDK knows', async () => {
    const { session, settled } = await setUp({ found: 'auth0|ada' });

    expect(session.state()).toEqual({ status: 'starting' });
    await settled();
    expect(session.state()).toEqual({ status: 'signedIn', user: ada });
  });

  it('is nobody in a tab that keeps nothing, whatever the SDK would say', async () => {
    const { settled } = await setUp({ found: 'auth0|ada', path: '/' });

    await expect(settled()).resolves.toEqual({ status: 'signedOut' });
  });

  it('is the person who signs in first, and their tab from then on', async () => {
    const { pin, settled } = await setUp({ found: 'auth0|ada' });

    await expect(settled()).resolves.toEqual({ status: 'signedIn', user: ada });
    await expect(pin.read()).resolves.toEqual(ada);
  });

  it('is the person whose tab it is, after a reload', async () => {
    const { auth, settled } = await setUp({ found: 'auth0|ada', pinned: ada });

    await expect(settled()).resolves.toMatchObject({ status: 'signedIn' });
    expect(auth.logout).not.toHaveBeenCalled();
  });

  it('is never another person than the one whose tab it is, and nothing of theirs is kept', async () => {
    const { session, auth, pin, settled } = await setUp({ found: 'github|7', pinned: ada });

    await expect(settled()).resolves.toMatchObject({
      status: 'anotherPerson',
      expected: ada,
      found: { subject: 'github|7' },
    });
    expect(session.state()).toMatchObject({ status: 'anotherPerson' });
    // It empties the SDK's cache and leaves the tenant's own session, and this page, alone.
    expect(auth.logout).toHaveBeenCalledWith({ openUrl: false });
    await expect(pin.read()).resolves.toEqual(ada);
  });

  it('is nobody when the SDK finds no session, and says whose tab it still is', async () => {
    const { settled } = await setUp({ pinned: ada });

    await expect(settled()).resolves.toEqual({ status: 'signedOut', expected: ada });
  });

  it('is nobody after a sign-in that went wrong, and says so', async () => {
    const { settled } = await setUp({ error$: of(new Error('Call 0900')) });

    await expect(settled()).resolves.toEqual({ status: 'signedOut', problem: 'failed' });
  });

  it('is nobody when the SDK’s code does not arrive, and the tab stays whose it is', async () => {
    const { pin, settled } = await setUp({ pinned: ada, arrives: false });

    await expect(settled()).resolves.toEqual({ status: 'signedOut', problem: 'code-missing' });
    await expect(pin.read()).resolves.toEqual(ada);
  });

  it('is held against whom this browser was last used by only if it is somebody', async () => {
    const asked = jest.spyOn(lastUser, 'isSomebodyElseThan');
    await (await setUp()).settled();

    expect(asked).not.toHaveBeenCalled();
    asked.mockRestore();
  });

  it.each([
    ['gives the tenant’s session back by signing in here', '/callback', undefined],
    ['leaves the tenant’s session as it is by a reload', '/account', 'perhaps'],
  ])('%s', async (_case, path, taken) => {
    const { settled } = await setUp({ found: 'auth0|ada', pinned: ada, path });
    const tenantSession = TestBed.inject(TenantSession);
    await tenantSession.secondSignInBegins();
    await settled();

    expect(tenantSession.taken()).toBe(taken);
  });

  it('is decided once', async () => {
    const { auth, settled } = await setUp({ found: 'github|7', pinned: ada });
    await settled();
    await settled();

    expect(auth.logout).toHaveBeenCalledTimes(1);
  });

  it('is a new person where somebody else has not signed out of this browser, and not yet in', async () => {
    await lastUser.remember('github|7');
    const { pin, auth, settled } = await setUp({ found: 'auth0|ada' });

    await expect(settled()).resolves.toEqual({ status: 'newPerson', found: ada });
    await expect(pin.read()).resolves.toBeUndefined();
    expect(auth.logout).not.toHaveBeenCalled();
  });

  it('is the person who used this browser last, without a question', async () => {
    await lastUser.remember('auth0|ada');
    const { settled } = await setUp({ found: 'auth0|ada' });

    await expect(settled()).resolves.toEqual({ status: 'signedIn', user: ada });
  });

  it('is remembered in this browser, so that somebody else is asked who they are', async () => {
    const { settled } = await setUp({ found: 'auth0|ada' });
    await settled();

    await expect(lastUser.isSomebodyElseThan('github|7')).resolves.toBe(true);
    await expect(lastUser.isSomebodyElseThan('auth0|ada')).resolves.toBe(false);
  });
});

describe('PrimarySession, where the browser keeps little or nothing', () => {
  class StoreOf extends SealedStore {
    readonly #opening: Opening;

    constructor(opening: Opening) {
      super();
      this.#opening = opening;
    }

    override opening(): Promise<Opening> {
      return Promise.resolve(this.#opening);
    }
  }

  const refuseTabStorage = (): void => {
    jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    });
  };

  beforeEach(() => {
    sessionStorage.clear();
  });
  afterEach(() => jest.restoreAllMocks());

  it('says beforehand that a reload will forget whoever is signed in', async () => {
    const { settled } = await setUp({ found: 'auth0|ada', store: new StoreOf('refused') });

    await expect(settled()).resolves.toMatchObject({ status: 'signedIn', isForgetful: true });
  });

  it('does not say so where the key is only late', async () => {
    const { settled } = await setUp({ found: 'auth0|ada', store: new StoreOf('silent') });
    sessionStorage.clear();

    await expect(settled()).resolves.toEqual({ status: 'signedIn', user: ada });
  });

  it('says afterwards that it has', async () => {
    const { settled } = await setUp({ found: 'auth0|ada', store: new StoreOf('refused') });
    await settled();
    TestBed.resetTestingModule();
    const reloaded = await setUp({ store: new StoreOf('refused'), path: '/' });

    await expect(reloaded.settled()).resolves.toEqual({
      status: 'signedOut',
      problem: 'forgotten',
    });
  });

  it('says that what was kept is not given back, and does not take it for a sign-out', async () => {
    const { settled, pin } = await setUp({ pinned: ada, store: new StoreOf('silent') });

    await expect(settled()).resolves.toEqual({ status: 'signedOut', problem: 'storage-silent' });
    await expect(pin.read()).resolves.toEqual(ada);
  });

  it('says at once where nothing at all is kept', async () => {
    refuseTabStorage();
    const { settled } = await setUp({ path: '/' });

    await expect(settled()).resolves.toEqual({ status: 'signedOut', problem: 'storage-refused' });
  });

  it.each<[string, string, () => void]>([
    ['the tab keeps nothing', 'storage-refused', refuseTabStorage],
    [
      'the device is offline',
      'offline',
      () => void jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false),
    ],
    [
      'the browser has no Web Crypto',
      'no-crypto',
      () => void jest.spyOn(crypto, 'subtle', 'get').mockReturnValue(undefined as never),
    ],
  ])('does not leave, and says why, where %s', async (_case, code, arrange) => {
    const { session } = await setUp({ path: '/' });
    arrange();

    await expect(session.signIn()).rejects.toMatchObject({ name: 'LeavingError', code });
  });

  it('does not leave, and says why, where the SDK’s code does not arrive', async () => {
    const { session } = await setUp({ path: '/', arrives: false });

    await expect(session.signIn()).rejects.toMatchObject({ code: 'code-missing' });
  });

  it('leaves all the same where the tenant answers a device that calls itself offline', async () => {
    const { session } = await setUp({ path: '/' });
    jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    Object.assign(globalThis, { fetch: () => Promise.resolve({}) });

    // The SDK of these tests has no way to leave.
    await expect(session.signIn()).rejects.toMatchObject({ code: 'not-begun' });
    Reflect.deleteProperty(globalThis, 'fetch');
  });

  it('says that leaving failed, whatever the SDK calls it', async () => {
    const { session } = await setUp({ path: '/' });

    await expect(session.signIn()).rejects.toMatchObject({ code: 'not-begun' });
  });
});
