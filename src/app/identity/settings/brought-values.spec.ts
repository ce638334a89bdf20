import fc from 'fast-check';

import { sameJson, type Json, type Settings } from '../json';
import { fuzzed } from '../testing/fuzz';
import { anySettings, patched } from '../testing/settings';
import { noting, returnableTo } from './brought-values';
import { clearingOf, planPutBack } from './put-back';
import { isForbiddenName } from './reserved-settings';
import { compareSettings, type Decision } from './settings-comparison';
import { mergeSettings } from './settings-merge';
import { removalOf } from './settings-archive';

const [kept, absorbed] = ['auth0|ada', 'google-oauth2|115'];
const from = { subject: absorbed, connection: 'google' };
const settings = (entries: Record<string, Json>): Settings => new Map(Object.entries(entries));

/** The settings of the kept account after a link. */
function linked(mine: Settings, theirs: Settings, chosen: Record<string, Decision> = {}): Settings {
  const comparison = compareSettings(mine, theirs, []);
  const decisions = new Map(Object.entries(chosen));
  const subjects = { kept, absorbed };
  const merge = mergeSettings(comparison, decisions, { mine, subjects, connection: 'google' });
  const { changes } = noting(merge, comparison.rows, { mine, decisions, from });

  return changes.size === 0 ? mine : patched(mine, changes);
}

const mine = settings({
  theme: 'dark',
  language: 'en',
  bookmarks: ['/a', '/b'],
  alerts: { email: true, sms: { night: false } },
  plan: 'same',
});
const theirs = settings({
  theme: 'light',
  language: 'fr',
  bookmarks: ['/b', '/c'],
  alerts: { email: true, sms: { night: true } },
  plan: 'same',
  avatar: 'portrait',
});

describe('What goes back into an account after it was linked and unlinked', () => {
  it.each<[string, Record<string, Decision>]>([
    ['kept as they were', {}],
    ['taken from it', { theme: 'theirs', language: 'theirs', alerts: 'theirs' }],
    ['joined with its own', { bookmarks: 'both' }],
    ['of every kind', { theme: 'theirs', bookmarks: 'both', alerts: 'theirs' }],
    ['and its list taken', { bookmarks: 'theirs' }],
  ])('is all that it had, where the values were %s', (_case, chosen) => {
    const after = linked(mine, theirs, chosen);

    const { values, lost } = returnableTo(after, absorbed);

    expect(lost).toEqual([]);
    expect(Object.fromEntries(values)).toEqual(Object.fromEntries(theirs));
  });

  it('is all that it had, whatever the two had and whatever was chosen', () => {
    const anyDecision = fc.constantFrom<Decision>('mine', 'theirs', 'both');

    fc.assert(
      fc.property(anySettings, anySettings, anyDecision, (own, other, decision) => {
        const tidy = new Map([...other].filter(([key]) => !isForbiddenName(key)));
        const chosen = Object.fromEntries([...tidy.keys()].map((key) => [key, decision]));
        const after = linked(own, tidy, chosen);
        if (after === own) return;
        const { rows } = compareSettings(own, tidy, []);
        const { values, lost } = returnableTo(after, absorbed);

        expect(lost).toEqual([]);
        // What must not be written was left out by the link.
        for (const { key, theirs: value } of rows) {
          if (value !== undefined) expect(sameJson(values.get(key), value)).toBe(true);
        }
      }),
      fuzzed(300),
    );
  });

  it('is not a value that has been changed since; that is said, and a list of its own is known still', () => {
    const after = linked(mine, theirs, { theme: 'theirs', bookmarks: 'both' });
    const edited = patched(after, settings({ theme: 'blue', avatar: null, bookmarks: ['/z'] }));
    const { values, lost } = returnableTo(edited, absorbed);

    expect([...lost].sort()).toEqual(['avatar', 'theme']);
    expect(values.get('bookmarks')).toEqual(['/b', '/c']);
  });

  it('is written into it where it has nothing of that name, and noted here no more', () => {
    const after = linked(mine, theirs, { theme: 'theirs', bookmarks: 'both' });
    const { values } = returnableTo(after, absorbed);
    const owned = planPutBack(values, new Map()).changes;

    expect(Object.fromEntries(owned)).toEqual(Object.fromEntries(theirs));
    const cleared = patched(after, clearingOf(after, absorbed, owned));
    // What the kept account had instead of the taken value stays saved, as its own.
    expect(cleared.get('linked_archive')).toEqual({ [kept]: { theme: 'dark' } });
    expect(cleared.get('theme')).toBe('light');
    expect(clearingOf(cleared, absorbed, owned).size).toBe(0);
  });

  it('stays noted as far as one value alone went back', () => {
    const after = linked(mine, theirs, { bookmarks: 'both' });
    const cleared = patched(after, clearingOf(after, absorbed, settings({ theme: 'light' })));
    const { values } = returnableTo(cleared, absorbed);

    expect([...values.keys()].sort()).toEqual([
      'alerts',
      'avatar',
      'bookmarks',
      'language',
      'plan',
    ]);
    expect(cleared.get('linked_archive')).toMatchObject({ connections: { [absorbed]: 'google' } });
  });

  it('is noted no more once everything that is kept of it was removed', () => {
    const after = linked(mine, theirs, { bookmarks: 'both' });

    expect([...removalOf(after, absorbed)]).toEqual([['linked_archive', null]]);
    expect(removalOf(mine, absorbed).size).toBe(0);
  });

  it('is what it had at the first link as well, where it was linked once more with nothing in it', () => {
    const after = linked(mine, theirs, { theme: 'theirs' });
    const again = linked(after, settings({ zoom: 2 }));

    expect(returnableTo(again, absorbed).values.get('zoom')).toBe(2);
    expect(returnableTo(again, absorbed).values.get('theme')).toBe('light');
  });

  it('is nothing where the notes are of another make', () => {
    const odd = settings({ theme: 'x', linked_archive: { brought: { [absorbed]: { theme: 7 } } } });

    expect(returnableTo(odd, absorbed)).toEqual({ values: new Map(), lost: ['theme'] });
    expect(returnableTo(settings({ linked_archive: { brought: 'x' } }), absorbed)).toEqual({
      values: new Map(),
      lost: [],
    });
  });
});
