import { webcrypto } from 'node:crypto';

import { SealedCache } from './sealed-cache';
import { SealedStore } from './sealed-store';

const mockKeys = new Map<string, unknown>();

jest.mock('idb-keyval', () => ({
  get: (name: string) => Promise.resolve(mockKeys.get(name)),
  update: (name: string, change: (stored: unknown) => unknown) => {
    mockKeys.set(name, change(mockKeys.get(name)));

    return Promise.resolve();
  },
}));

const key = '@@auth0spajs@@::client::https://acme.example/api/v2/::openid';

function setUp() {
  const store = new SealedStore();

  return {
    store,
    cache: new SealedCache(store),
    reloaded: () => new SealedCache(new SealedStore()),
  };
}

beforeAll(() => Object.defineProperty(globalThis, 'crypto', { value: webcrypto }));
beforeEach(() => {
  sessionStorage.clear();
});

describe('SealedCache', () => {
  it('restores the SDK’s entries after a reload', async () => {
    const { cache, reloaded } = setUp();
    await cache.set(key, { body: { access_token: 'secret' } });

    await expect(reloaded().get(key)).resolves.toEqual({ body: { access_token: 'secret' } });
    expect(reloaded().allKeys()).toEqual([key]);
  });

  it('leaves no token readable at rest', async () => {
    const { cache } = setUp();
    await cache.set(key, { body: { access_token: 'secret' } });

    expect(sessionStorage).toHaveLength(1);
    expect(JSON.stringify(Object.entries(sessionStorage))).not.toContain('secret');
  });

  it('forgets what the SDK removes', async () => {
    const { cache, reloaded } = setUp();
    await cache.set(key, { body: {} });
    cache.remove(key);

    await expect(cache.get(key)).resolves.toBeUndefined();
    expect(reloaded().allKeys()).toEqual([]);
  });

  it('shows the SDK nothing else that the tab keeps, so that clearing it leaves the rest', async () => {
    const { store, cache } = setUp();
    await store.set('pinned-person', { subject: 'auth0|ada' });
    await cache.set(key, {});

    expect(cache.allKeys()).toEqual([key]);
    for (const each of cache.allKeys()) cache.remove(each);
    await expect(store.get('pinned-person')).resolves.toEqual({ subject: 'auth0|ada' });
  });
});
