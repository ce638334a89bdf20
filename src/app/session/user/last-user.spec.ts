import { webcrypto } from 'node:crypto';

import { lastUser } from './last-user';

function setUp({ hasWebCrypto = true } = {}): void {
  const value = hasWebCrypto ? webcrypto : {};
  Object.defineProperty(globalThis, 'crypto', { value, configurable: true });
  localStorage.clear();
}

describe('lastUser', () => {
  it('is nobody in a browser that nobody has used', async () => {
    setUp();

    await expect(lastUser.isSomebodyElseThan('auth0|ada')).resolves.toBe(false);
  });

  it('is somebody else for everybody but the one who was here', async () => {
    setUp();
    await lastUser.remember('auth0|ada');

    await expect(lastUser.isSomebodyElseThan('auth0|ada')).resolves.toBe(false);
    await expect(lastUser.isSomebodyElseThan('auth0|eve')).resolves.toBe(true);
  });

  it('is the latest of several', async () => {
    setUp();
    await lastUser.remember('auth0|ada');
    await lastUser.remember('auth0|eve');

    await expect(lastUser.isSomebodyElseThan('auth0|ada')).resolves.toBe(true);
  });

  it('is forgotten on sign-out', async () => {
    setUp();
    await lastUser.remember('auth0|ada');
    lastUser.forget();

    await expect(lastUser.isSomebodyElseThan('auth0|eve')).resolves.toBe(false);
    expect(localStorage).toHaveLength(0);
  });

  it('is kept as a digest, from which nobody can be read', async () => {
    setUp();
    await lastUser.remember('auth0|ada');

    expect(JSON.stringify(Object.entries(localStorage))).not.toContain('ada');
  });

  it('is nobody where the browser has no Web Crypto', async () => {
    setUp({ hasWebCrypto: false });
    await lastUser.remember('auth0|ada');

    expect(localStorage).toHaveLength(0);
    await expect(lastUser.isSomebodyElseThan('auth0|eve')).resolves.toBe(false);
  });
});
