import type { Json } from '../json';
import { archivedFor } from './settings-archive';
import { compareSettings, type Decision } from './settings-comparison';
import { mergeSettings } from './settings-merge';

const [kept, absorbed] = ['auth0|ada', 'google-oauth2|115'];

function setUp(
  mine: Record<string, Json>,
  theirs: Record<string, Json>,
  decisions: Record<string, Decision> = {},
) {
  const settings = new Map(Object.entries(mine));
  const comparison = compareSettings(settings, new Map(Object.entries(theirs)), ['roles']);
  const { changes } = mergeSettings(comparison, new Map(Object.entries(decisions)), {
    mine: settings,
    subjects: { kept, absorbed },
  });

  return Object.fromEntries(changes);
}

describe('mergeSettings', () => {
  it('brings in what only the absorbed account has', () => {
    expect(setUp({ theme: 'dark' }, { locale: 'en' })).toEqual({ locale: 'en' });
  });

  it('keeps mine where nothing is decided, and sets theirs aside', () => {
    expect(setUp({ theme: 'dark' }, { theme: 'light' })).toEqual({
      linked_archive: { [absorbed]: { theme: 'light' } },
    });
  });

  it('takes theirs where that is decided, and sets mine aside', () => {
    expect(setUp({ theme: 'dark' }, { theme: 'light' }, { theme: 'theirs' })).toEqual({
      theme: 'light',
      linked_archive: { [kept]: { theme: 'dark' } },
    });
  });

  it('joins two lists without repeating an item, mine first, and sets nothing aside', () => {
    const [mine, theirs] = [{ tags: ['a', { b: 1, c: 2 }] }, { tags: [{ c: 2, b: 1 }, 'd'] }];

    expect(setUp(mine, theirs, { tags: 'both' })).toEqual({
      tags: ['a', { b: 1, c: 2 }, 'd'],
    });
  });

  it('keeps mine where both are wanted of values that cannot be joined', () => {
    expect(setUp({ theme: 'dark' }, { theme: 'light' }, { theme: 'both' })).toEqual({
      linked_archive: { [absorbed]: { theme: 'light' } },
    });
  });

  it('SEC-46: sets reserved roots aside', () => {
    expect(setUp({}, { roles: ['admin'] })).toEqual({
      linked_archive: { [absorbed]: { roles: ['admin'] } },
    });
  });

  it('adds to what was set aside before, and leaves others’ things there alone', () => {
    const archive = { 'github|7': { theme: 'old' }, note: 'of somebody else' };

    expect(setUp({ linked_archive: archive, a: 1 }, { a: 2 }, { a: 'mine' })).toEqual({
      linked_archive: { ...archive, [absorbed]: { a: 2 } },
    });
  });

  it('keeps what stands in the archive’s place and is no archive', () => {
    expect(setUp({ linked_archive: 'mine', a: 1 }, { a: 2 })).toEqual({
      linked_archive: { other: 'mine', [absorbed]: { a: 2 } },
    });
  });

  it('takes what is offered again out of the archive, and the archive away when it is empty', () => {
    expect(setUp({ linked_archive: { [absorbed]: { a: 1 } } }, { a: 1 })).toEqual({
      a: 1,
      linked_archive: null,
    });
  });
});

describe('archivedFor', () => {
  it.each<[string, Json]>([
    ['no object', 'text'],
    ['a list', [{ [absorbed]: { a: 1 } }]],
    ['an entry that is no object', { [absorbed]: 'text' }],
    ['a value that is null', { [absorbed]: { a: null } }],
  ])('finds nothing in an archive that is or holds %s', (_case, archive) => {
    expect(archivedFor(new Map([['linked_archive', archive]]), absorbed).size).toBe(0);
  });
});
