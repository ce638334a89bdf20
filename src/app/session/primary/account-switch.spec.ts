import { TestBed } from '@angular/core/testing';
import { webcrypto } from 'node:crypto';
import { firstValueFrom, of } from 'rxjs';

import { CLOCK_SKEW } from '../../config/clock-skew';
import { LIGATURE_CONFIG } from '../../config/ligature-config';
import { SealedStore, type Opening } from '../sealed/sealed-store';
import { lastUser } from '../user/last-user';
import { PinnedUser, SEALED_STORE } from '../user/pinned-user';
import type { User } from '../user/user';
import { AccountSwitch } from './account-switch';
import { Auth0Sdk } from './auth0-sdk';

const now = Date.UTC(2027, 0, 15, 8);
const ada: User = { subject: 'auth0|ada', name: 'Ada' };
const google: User = {
  subject: 'google-oauth2|115',
  name: 'Ada',
  loginHint: 'ada@gmail.example',
};

beforeAll(() => {
  Object.defineProperty(globalThis, 'crypto', { value: webcrypto });
});
beforeEach(() => {
  localStorage.clear();
  jest.spyOn(Date, 'now').mockReturnValue(now);
});
afterEach(() => jest.restoreAllMocks());

/** A store whose key this browser has given. */
class OpenStore extends SealedStore {
  override opening(): Promise<Opening> {
    return Promise.resolve('open');
  }
}

/** A tab of Ada's, whose ID token expires in ten minutes. */
async function setUp({ claims = { __raw: 'an ID token', exp: now / 1000 + 600 }, skew = 0 } = {}) {
  const store = new OpenStore();
  const loginWithRedirect = jest.fn(() => of(undefined));
  const client = { getIdTokenClaims: () => Promise.resolve(claims) };
  TestBed.configureTestingModule({
    providers: [
      { provide: Auth0Sdk, useValue: { auth: { loginWithRedirect }, client } },
      { provide: SEALED_STORE, useValue: store },
      { provide: CLOCK_SKEW, useValue: skew },
      { provide: LIGATURE_CONFIG, useValue: { tenant: { origin: 'https://acme.example' } } },
    ],
  });
  const pinned = new PinnedUser(store);
  await pinned.pin(ada);

  return { pinned, loginWithRedirect, accountSwitch: TestBed.inject(AccountSwitch) };
}

describe('AccountSwitch: the proof of the absorbed account', () => {
  it('is its ID token, for as long as that is good', async () => {
    const { accountSwitch } = await setUp();

    await expect(firstValueFrom(accountSwitch.credential())).resolves.toBe('an ID token');
    await expect(firstValueFrom(accountSwitch.credentialExpiresAtMs())).resolves.toBe(
      now + 600_000,
    );
  });

  it.each([
    ['has expired', { claims: { __raw: 'an ID token', exp: now / 1000 } }],
    ['has expired by the tenant’s clock', { skew: 600_000 }],
  ])('is refused when it %s', async (_case, arranged) => {
    const { accountSwitch } = await setUp(arranged);

    await expect(firstValueFrom(accountSwitch.credential())).rejects.toMatchObject({
      code: 'signed-out',
    });
  });

  it('is good for as long as the tenant’s clock says, whatever this device’s does', async () => {
    const { accountSwitch } = await setUp({
      claims: { __raw: 'an ID token', exp: now / 1000 - 3600 },
      skew: -7_200_000,
    });

    await expect(firstValueFrom(accountSwitch.credential())).resolves.toBe('an ID token');
  });
});

describe('AccountSwitch: who the person is about to be', () => {
  it('is noted with who they are, who stays pinned', async () => {
    const { pinned, accountSwitch } = await setUp();
    await accountSwitch.expect(google);

    await expect(pinned.read()).resolves.toEqual({ ...ada, successor: google });
  });

  it('is noted for nobody when nobody is signed in', async () => {
    const { pinned, accountSwitch } = await setUp();
    TestBed.inject(SEALED_STORE).remove('pinned-person');
    await accountSwitch.expect(google);

    await expect(pinned.read()).resolves.toBeUndefined();
  });
});

describe('AccountSwitch: becoming the other account', () => {
  it('I3: pins the account that was chosen, and leaves to sign it in', async () => {
    const { pinned, loginWithRedirect, accountSwitch } = await setUp();
    await accountSwitch.expect(google);
    await accountSwitch.complete('/account/link/google');

    await expect(pinned.read()).resolves.toEqual(google);
    await expect(lastUser.isSomebodyElseThan(google.subject)).resolves.toBe(false);
    expect(loginWithRedirect).toHaveBeenCalledWith({
      appState: { target: '/account/link/google' },
      authorizationParams: expect.objectContaining({ login_hint: 'ada@gmail.example' }) as object,
    });
  });

  it('leaves the tab whose it is where the page cannot be left', async () => {
    const { pinned, loginWithRedirect, accountSwitch } = await setUp();
    await accountSwitch.expect(google);
    jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);

    await expect(accountSwitch.complete('/account')).rejects.toMatchObject({ code: 'offline' });
    await expect(pinned.read()).resolves.toEqual({ ...ada, successor: google });
    expect(loginWithRedirect).not.toHaveBeenCalled();
  });

  it('I3: changes nobody’s account where none was chosen', async () => {
    const { pinned, loginWithRedirect, accountSwitch } = await setUp();
    await accountSwitch.complete('/account');

    await expect(pinned.read()).resolves.toEqual(ada);
    expect(loginWithRedirect).not.toHaveBeenCalled();
  });
});
