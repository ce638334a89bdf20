import fc from 'fast-check';

import type { Json, Settings } from '../json';
import { fuzzed } from '../testing/fuzz';
import { anyRoots, anySettings, patched } from '../testing/settings';
import { clearingOf, planPutBack } from './put-back';
import { archivedFor, archiveWith } from './settings-archive';

const subject = 'google-oauth2|115';
const settings = (entries: Record<string, Json>): Settings => new Map(Object.entries(entries));
const holding = (aside: Settings): Settings => {
  const archive = archiveWith({ 'github|7': { theme: 'old' } }, new Map([[subject, aside]]));

  return new Map([['linked_archive', archive ?? null]]);
};

describe('planPutBack', () => {
  const aside = settings({ theme: 'light', locale: 'en', tags: ['a'], roles: ['admin'] });
  const plan = planPutBack(aside, settings({ theme: 'dark', tags: ['a'] }), ['roles']);

  it('gives an account what it does not have', () => {
    expect(plan.changes).toEqual(settings({ locale: 'en' }));
  });

  it('knows what the account has already', () => {
    expect(plan.back).toEqual(['tags']);
  });

  it('leaves set aside what has another value there, and what the portal keeps to itself', () => {
    expect(plan.stays).toEqual(['theme', 'roles']);
  });

  it('never writes over anything, and settles nothing twice', () => {
    fc.assert(
      fc.property(anyRoots, anySettings, (some, now) => {
        const { changes, back, stays } = planPutBack(some, now, ['roles']);

        expect([...changes.keys()].filter((key) => now.has(key))).toEqual([]);
        expect([...changes.keys(), ...back, ...stays].sort()).toEqual([...some.keys()].sort());
      }),
      fuzzed(500),
    );
  });
});

describe('clearingOf', () => {
  it('takes out what the account has itself, and nothing else', () => {
    const holder = holding(settings({ theme: 'light', locale: 'en' }));
    const changes = clearingOf(holder, subject, settings({ theme: 'dark', locale: 'en' }));

    expect(changes.get('linked_archive')).toEqual({
      'github|7': { theme: 'old' },
      [subject]: { theme: 'light' },
    });
  });

  it('removes the whole entry once nothing of it is left, and the archive with its last entry', () => {
    const owned = settings({ theme: 'light' });
    const only = settings({ linked_archive: { [subject]: { theme: 'light' } } });

    expect(clearingOf(holding(owned), subject, owned).get('linked_archive')).toEqual({
      'github|7': { theme: 'old' },
    });
    expect(clearingOf(only, subject, owned)).toEqual(new Map([['linked_archive', null]]));
  });

  it('writes nothing when there is nothing to take out', () => {
    const holder = holding(settings({ theme: 'light' }));

    expect(clearingOf(holder, subject, settings({ theme: 'dark' })).size).toBe(0);
    expect(clearingOf(new Map(), subject, settings({ theme: 'dark' })).size).toBe(0);
  });

  it('I1: leaves every value in the account or set aside', () => {
    fc.assert(
      fc.property(anySettings, anySettings, (some, now) => {
        const aside = archivedFor(holding(some), subject);
        const { changes } = planPutBack(aside, now);
        const owned = changes.size === 0 ? now : patched(now, changes);
        const clearing = clearingOf(holding(some), subject, owned);
        const kept = clearing.size === 0 ? holding(some) : patched(holding(some), clearing);

        for (const [key, value] of aside) {
          expect([owned.get(key), archivedFor(kept, subject).get(key)]).toContainEqual(value);
        }
      }),
      fuzzed(500),
    );
  });
});
