import { webcrypto } from 'node:crypto';

import { SealedStore } from './sealed-store';

const mockKeys = new Map<string, unknown>();
/** Settles whatever the browser is asked for: at once, never, later, or with a refusal. */
let mockAnswer: Promise<unknown> = Promise.resolve();
const mockWritten = jest.fn();

jest.mock('idb-keyval', () => ({
  get: (name: string) => mockAnswer.then(() => mockKeys.get(name)),
  update: (name: string, change: (stored: unknown) => unknown) => {
    mockWritten();

    return mockAnswer.then(() => mockKeys.set(name, change(mockKeys.get(name))));
  },
}));

const token = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhdXRoMHxhZGEifQ.c2ln';

function setUp({ indexedDb = true }: { indexedDb?: boolean } = {}) {
  mockAnswer = indexedDb
    ? Promise.resolve()
    : Promise.reject(new Error('A mutation operation was attempted'));
  mockAnswer.catch(() => undefined);
  const store = new SealedStore();

  /** What a reload leaves: this tab’s storage and the browser’s key, and no memory. */
  return { store, reloaded: () => new SealedStore() };
}

const atRest = (): string => JSON.stringify(Object.entries(sessionStorage));

beforeAll(() => Object.defineProperty(globalThis, 'crypto', { value: webcrypto }));

beforeEach(() => {
  mockWritten.mockClear();
  mockKeys.clear();
  sessionStorage.clear();
});

afterEach(() => jest.restoreAllMocks());

describe('SealedStore', () => {
  it('gives back what it was given', async () => {
    const { store } = setUp();
    await store.set('entry', { token });

    await expect(store.get('entry')).resolves.toEqual({ token });
  });

  it('knows nothing of what it was not given', async () => {
    await expect(setUp().store.get('entry')).resolves.toBeUndefined();
  });

  it('gives it back after a reload', async () => {
    const { store, reloaded } = setUp();
    await store.set('entry', { token, name: 'Zoë 🦉' });

    await expect(reloaded().get('entry')).resolves.toEqual({ token, name: 'Zoë 🦉' });
    expect(reloaded().names()).toEqual(['entry']);
  });

  it('leaves nothing readable at rest', async () => {
    const { store } = setUp();
    await store.set('entry', { token, email: 'ada@example.com' });

    const base64 = (text: string): string => Buffer.from(text).toString('base64').slice(4, -8);
    expect(sessionStorage).toHaveLength(1);
    expect(atRest()).not.toContain('ada@example.com');
    expect(atRest()).not.toContain(token.slice(0, 12));
    expect(atRest()).not.toContain(base64(JSON.stringify({ token })));
    expect(localStorage).toHaveLength(0);
  });

  it('seals the same value differently each time', async () => {
    const { store } = setUp();
    await store.set('one', token);
    await store.set('two', token);
    const [one, two] = Object.values<unknown>(sessionStorage);

    expect(one).not.toEqual(two);
  });

  it('keeps a key that no script can read out', async () => {
    const { store } = setUp();
    await store.set('entry', token);
    const [key] = mockKeys.values();

    await expect(crypto.subtle.exportKey('raw', key as CryptoKey)).rejects.toThrow();
  });

  it('agrees with another tab that starts at the same time on one key', async () => {
    const [{ store }, other] = [setUp(), setUp()];
    await store.set('entry', token);

    await expect(other.store.get('entry')).resolves.toBe(token);
  });

  it.each<[string, () => void]>([
    [
      'the key is gone',
      () => {
        mockKeys.clear();
      },
    ],
    [
      'it is damaged',
      () => {
        sessionStorage.setItem('ligature.sealed.entry', 'AAAA');
      },
    ],
    [
      'it is not base64',
      () => {
        sessionStorage.setItem('ligature.sealed.entry', '%');
      },
    ],
  ])('has nothing to give after a reload when %s', async (_case, harm) => {
    const { store, reloaded } = setUp();
    await store.set('entry', token);
    harm();

    await expect(reloaded().get('entry')).resolves.toBeUndefined();
  });

  it('forgets what is removed, at once and for good', async () => {
    const { store, reloaded } = setUp();
    await store.set('entry', token);
    store.remove('entry');

    await expect(store.get('entry')).resolves.toBeUndefined();
    await expect(reloaded().get('entry')).resolves.toBeUndefined();
    expect(store.names()).toEqual([]);
  });

  it('does not write what is removed while it is being sealed', async () => {
    const { store } = setUp();
    const written = store.set('entry', token);
    store.remove('entry');
    await written;

    expect(sessionStorage).toHaveLength(0);
  });

  it('keeps the newer of two values that are sealed at once', async () => {
    const { store, reloaded } = setUp();
    await Promise.all([store.set('entry', { at: 1 }), store.set('entry', { at: 2 })]);

    await expect(reloaded().get('entry')).resolves.toEqual({ at: 2 });
  });

  it('does not take the names of other programs for its own', () => {
    sessionStorage.setItem('somebody-else', 'x');

    expect(setUp().store.names()).toEqual([]);
  });

  it('knows nothing of a store with another prefix', async () => {
    const { store } = setUp();
    await new SealedStore('ligature.other.').set('entry', token);

    expect(store.names()).toEqual([]);
    await expect(store.get('entry')).resolves.toBeUndefined();
  });

  it('works in memory, and writes nothing, where IndexedDB is refused', async () => {
    const { store, reloaded } = setUp({ indexedDb: false });
    await store.set('entry', token);

    await expect(store.get('entry')).resolves.toBe(token);
    await expect(reloaded().get('entry')).resolves.toBeUndefined();
    expect(sessionStorage).toHaveLength(0);
  });

  it('works in memory where the storage is full or forbidden', async () => {
    jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const { store } = setUp();
    await store.set('entry', token);

    await expect(store.get('entry')).resolves.toBe(token);
    expect(store.names()).toEqual(['entry']);
  });

  it('writes to the browser’s database only where there is no key yet', async () => {
    const { store, reloaded } = setUp();
    await store.set('entry', token);
    expect(mockWritten).toHaveBeenCalledTimes(1);

    await expect(reloaded().get('entry')).resolves.toBe(token);
    expect(mockWritten).toHaveBeenCalledTimes(1);
  });

  it('says whether what is sealed can be read', async () => {
    await expect(setUp().store.opening()).resolves.toBe('open');
    await expect(setUp({ indexedDb: false }).store.opening()).resolves.toBe('refused');
  });
});

describe('SealedStore, where the browser’s database gives no answer', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  const silence = (): (() => void) => {
    let answer = (): void => undefined;
    mockAnswer = new Promise((resolve) => (answer = () => resolve(undefined)));

    return () => answer();
  };

  it('says so within seconds, and keeps in memory what it is given', async () => {
    silence();
    const store = new SealedStore();
    const set = store.set('entry', token);
    await jest.advanceTimersByTimeAsync(5_000);

    await expect(set).resolves.toBeUndefined();
    await expect(store.opening()).resolves.toBe('silent');
    await expect(store.outlivesThePage()).resolves.toBe(false);
    await expect(store.get('entry')).resolves.toBe(token);
    expect(mockWritten).not.toHaveBeenCalled();
  });

  it('knows at once of what was never sealed', async () => {
    silence();

    await expect(new SealedStore().get('entry')).resolves.toBeUndefined();
  });

  it('loses nothing that was sealed before, and gives it when the answer comes', async () => {
    const { store } = setUp();
    await store.set('entry', token);
    const sealed = atRest();
    const answer = silence();
    const reloaded = new SealedStore();
    const found = reloaded.get('entry');
    await jest.advanceTimersByTimeAsync(60_000);
    expect(atRest()).toBe(sealed);

    answer();
    await expect(found).resolves.toBe(token);
  });

  it('seals what it was given meanwhile as soon as the answer comes', async () => {
    const answer = silence();
    const store = new SealedStore();
    const set = store.set('entry', token);
    await jest.advanceTimersByTimeAsync(5_000);
    await set;
    expect(sessionStorage).toHaveLength(0);

    answer();
    jest.useRealTimers();
    while (sessionStorage.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await expect(new SealedStore().get('entry')).resolves.toBe(token);
  });
});
