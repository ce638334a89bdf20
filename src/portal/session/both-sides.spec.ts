import { TestBed } from '@angular/core/testing';
import { GenericError } from '@auth0/auth0-spa-js';
import { webcrypto } from 'node:crypto';
import { firstValueFrom } from 'rxjs';

import { AccountSwitch } from '../../app/session/primary/account-switch';
import { LonelyChannel, useChannel } from '../../app/session/testing/tab-channel';
import { ada, audience, sessionOn, sides, tokenOf } from '../testing/session-sides';

const google = { subject: 'google-oauth2|115', name: 'Ada', loginHint: 'ada@gmail.example' };

beforeAll(() => {
  Object.defineProperty(globalThis, 'crypto', { value: webcrypto });
  useChannel(LonelyChannel);
});
beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

describe.each(sides)('the first session, %s', (side) => {
  it('is the person who is signed in first, and their tab from then on', async () => {
    const { pin, settled, accessToken } = await sessionOn(side, { found: 'auth0|ada' });

    await expect(settled()).resolves.toEqual({ status: 'signedIn', user: ada });
    await expect(pin.read()).resolves.toEqual(ada);
    await expect(accessToken()).resolves.toBe(tokenOf({ sub: 'auth0|ada', aud: audience }));
  });

  it.each([
    ['of another person', tokenOf({ sub: 'google-oauth2|115', aud: audience })],
    ['of nobody', tokenOf({ email: 'ada@example.com', aud: audience })],
    ['whose subject is not a text', tokenOf({ sub: ['auth0|ada'], aud: audience })],
    ['that cannot be read', 'opaque'],
  ])('SEC-40: gives no token that is one %s', async (_what, token) => {
    const { accessToken } = await sessionOn(side, {
      found: 'auth0|ada',
      pinned: ada,
      answer: () => Promise.resolve(token),
    });

    await expect(accessToken()).rejects.toMatchObject({ name: 'SessionError', code: 'signed-out' });
  });

  it('SEC-40: gives no token in a tab that is nobody’s', async () => {
    const { accessToken } = await sessionOn(side, { found: 'auth0|ada' });

    await expect(accessToken()).rejects.toMatchObject({ code: 'signed-out' });
  });

  it('SEC-40: is never another person than the one who left to sign in', async () => {
    const { primary, store, pin, settled } = await sessionOn(side, {
      found: 'github|7',
      pinned: ada,
    });
    await store.set('portal-departure', { kind: 'signIn', nonce: 'old' });

    await expect(settled()).resolves.toMatchObject({
      status: 'anotherPerson',
      expected: ada,
      found: { subject: 'github|7' },
    });
    expect(primary().state()).toMatchObject({ status: 'anotherPerson' });
    await expect(pin.read()).resolves.toEqual(ada);
  });

  it('SEC-41: stays the first person’s where a second sign-in was given up', async () => {
    const { settled, accessToken } = await sessionOn(side, {
      found: 'auth0|ada',
      pinned: ada,
      isSecondReturn: true,
    });

    await expect(settled()).resolves.toMatchObject({ status: 'signedIn', user: ada });
    await expect(accessToken()).resolves.toContain('e30.');
  });

  it('I3: is the account that was chosen after a swap', async () => {
    const { settled, pin } = await sessionOn(side, {
      found: google.subject,
      pinned: { ...ada, successor: google },
    });

    await expect(settled()).resolves.toMatchObject({ status: 'signedIn' });
    await expect(pin.read()).resolves.toMatchObject({ subject: google.subject });
  });

  it('I3: leaves to sign in the account that was chosen, and no other', async () => {
    const { auth, pin, settled } = await sessionOn(side, { found: 'auth0|ada', pinned: ada });
    await settled();
    const accountSwitch = TestBed.inject(AccountSwitch);
    await expect(firstValueFrom(accountSwitch.credentialExpiresAtMs())).resolves.toBe(0);
    await accountSwitch.complete('/account');
    expect(auth.loginWithRedirect).not.toHaveBeenCalled();
    await accountSwitch.expect(google);
    await accountSwitch.complete('/account');

    await expect(pin.read()).resolves.toEqual(google);
    expect(auth.loginWithRedirect).toHaveBeenCalledWith(
      expect.objectContaining({
        appState: { target: '/account' },
        authorizationParams: expect.objectContaining({
          login_hint: 'ada@gmail.example',
        }) as object,
      }),
    );
  });

  it('has whoever is pinned sign in themselves, with a prompt', async () => {
    const { auth, primary, settled } = await sessionOn(side, { found: 'auth0|ada', pinned: ada });
    await settled();
    await primary().signIn('/account');

    expect(auth.loginWithRedirect).toHaveBeenCalledWith(
      expect.objectContaining({
        authorizationParams: expect.objectContaining({
          prompt: 'login',
          login_hint: 'ada@example.com',
        }) as object,
      }),
    );
  });

  it.each([
    ['signed-out', new GenericError('invalid_grant', 'revoked')],
    ['offline', new TypeError('Failed to fetch')],
  ])('fails with %s where the token cannot be renewed', async (code, cause) => {
    const { accessToken } = await sessionOn(side, {
      found: 'auth0|ada',
      pinned: ada,
      answer: () => Promise.reject(cause),
    });

    await expect(accessToken()).rejects.toMatchObject({ name: 'SessionError', code, cause });
  });
});
