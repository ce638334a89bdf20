import { guardedStorage } from './tab-storage';

const forbidden = (): Storage => {
  throw new DOMException('The operation is insecure.', 'SecurityError');
};

const full = (): Storage =>
  Object.assign(Object.create(sessionStorage) as Storage, {
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
  });

const setUp = (storage = () => sessionStorage) => guardedStorage(storage);

beforeEach(() => {
  sessionStorage.clear();
});

describe('guardedStorage', () => {
  it('keeps what is written until it is removed', () => {
    const storage = setUp();
    storage.write('name', 'text');
    expect(storage.read('name')).toBe('text');
    expect(storage.names()).toEqual(['name']);
    storage.remove('name');

    expect(storage.read('name')).toBeUndefined();
    expect(storage.names()).toEqual([]);
  });

  it('works, and leaves nothing of finding that out', () => {
    expect(setUp().works()).toBe(true);
    expect(sessionStorage).toHaveLength(0);
  });

  it('REL-09: does not work where it may be read but not written', () => {
    const storage = setUp(full);
    storage.write('name', 'text');

    expect(storage.works()).toBe(false);
    expect(sessionStorage).toHaveLength(0);
  });

  it('holds nothing and throws nothing where merely naming it is forbidden', () => {
    const storage = setUp(forbidden);
    storage.write('name', 'text');
    storage.remove('name');

    expect(storage.read('name')).toBeUndefined();
    expect(storage.names()).toEqual([]);
    expect(storage.works()).toBe(false);
  });
});
