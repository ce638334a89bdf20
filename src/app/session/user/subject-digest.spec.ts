import { webcrypto } from 'node:crypto';

import { subjectDigest } from './subject-digest';

function setUp({ hasWebCrypto = true } = {}): void {
  const value = hasWebCrypto ? webcrypto : {};
  Object.defineProperty(globalThis, 'crypto', { value, configurable: true });
}

describe('subjectDigest', () => {
  it('stands for one person, the same each time', async () => {
    setUp();
    const [one, again, other] = await Promise.all(
      ['auth0|ada', 'auth0|ada', 'auth0|adb'].map(subjectDigest),
    );

    expect(one).toMatch(/^[0-9a-f]{64}$/);
    expect(one).toBe(again);
    expect(one).not.toBe(other);
  });

  it('is no bare hash of a subject, which others may have', async () => {
    setUp();
    const bare = await webcrypto.subtle.digest('SHA-256', new TextEncoder().encode('auth0|ada'));

    await expect(subjectDigest('auth0|ada')).resolves.not.toBe(Buffer.from(bare).toString('hex'));
  });

  it('is missing where the browser has no Web Crypto', async () => {
    setUp({ hasWebCrypto: false });

    await expect(subjectDigest('auth0|ada')).resolves.toBeUndefined();
  });
});
