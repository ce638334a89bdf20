import type { JsonObject, Json, Settings } from '../json';
import { patched } from '../testing/settings';
import { removalOfValue, usingOf } from './saved-value';

const google = 'google-oauth2|115';
const own = 'auth0|ada';
const settings = (used: JsonObject, archive: JsonObject): Settings =>
  new Map<string, Json>([...Object.entries(used), ['linked_archive', archive]]);
const after = (now: Settings, changes: Settings): unknown =>
  Object.fromEntries(patched(now, changes));
const light = { subject: google, key: 'theme', value: 'light' };
const connections = { [google]: 'google' };

describe('usingOf', () => {
  it('takes a saved value into use, and saves the one that was used as the account’s own', () => {
    const now = settings(
      { theme: 'dark' },
      { [google]: { theme: 'light', tags: [] }, connections },
    );

    expect(after(now, usingOf(now, light, own))).toEqual({
      theme: 'light',
      linked_archive: { [google]: { tags: [] }, connections, [own]: { theme: 'dark' } },
    });
  });

  it('gives both back when it is done and undone', () => {
    const now = settings({ theme: 'dark' }, { [google]: { theme: 'light' } });
    const used = patched(now, usingOf(now, light, own));
    const back = usingOf(used, { subject: own, key: 'theme', value: 'dark' }, own);

    expect(after(used, back)).toEqual({
      theme: 'dark',
      linked_archive: { [own]: { theme: 'light' } },
    });
  });

  it('loses none of three values', () => {
    const now = settings(
      { theme: 'blue' },
      { [google]: { theme: 'light' }, [own]: { theme: 'dark' } },
    );

    expect(after(now, usingOf(now, light, own))).toEqual({
      theme: 'light',
      linked_archive: { [google]: { theme: 'blue' }, [own]: { theme: 'dark' } },
    });
  });

  it('saves nothing where nothing was used, and leaves no empty archive', () => {
    const now = settings({}, { [google]: { theme: 'light' } });

    expect(after(now, usingOf(now, light, own))).toEqual({ theme: 'light' });
  });

  it('only removes it where the account has the same value by now', () => {
    const now = settings({ theme: 'light' }, { [google]: { theme: 'light' } });

    expect(after(now, usingOf(now, light, own))).toEqual({ theme: 'light' });
  });

  it('writes nothing once it is done, nor where another value is saved by now', () => {
    const now = settings({ theme: 'dark' }, { [google]: { theme: 'light' } });
    const used = patched(now, usingOf(now, light, own));

    expect(usingOf(used, light, own).size).toBe(0);
    expect(usingOf(settings({}, { [google]: { theme: 'red' } }), light, own).size).toBe(0);
  });
});

describe('removalOfValue', () => {
  it('removes one value and leaves the others, of that account and of any other', () => {
    const now = settings({}, { [google]: { theme: 'light', tags: [] }, [own]: { theme: 'dark' } });

    expect(after(now, removalOfValue(now, light))).toEqual({
      linked_archive: { [google]: { tags: [] }, [own]: { theme: 'dark' } },
    });
  });

  it('leaves no archive where it was the last, and writes nothing where it is gone', () => {
    const now = settings({}, { [google]: { theme: 'light' }, connections });

    expect(after(now, removalOfValue(now, light))).toEqual({});
    expect(removalOfValue(new Map(), light).size).toBe(0);
  });
});
