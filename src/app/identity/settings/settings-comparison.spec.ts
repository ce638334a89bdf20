import type { Json } from '../json';
import { compareSettings } from './settings-comparison';

const setUp = (mine: Record<string, Json>, theirs: Record<string, Json>) =>
  compareSettings(new Map(Object.entries(mine)), new Map(Object.entries(theirs)), ['roles']);

/** Parsed, because a literal's `__proto__` would be its prototype. */
const parsed = (json: string) => JSON.parse(json) as Record<string, Json>;

describe('compareSettings', () => {
  it.each<[string, Json | undefined, Json | undefined, object]>([
    ['only mine', 'dark', undefined, { standing: 'onlyMine', choices: [] }],
    ['only theirs', undefined, 'dark', { standing: 'onlyTheirs', choices: [] }],
    ['the same value', { a: 1, b: 2 }, { b: 2, a: 1 }, { standing: 'same', choices: [] }],
    ['two values', 'dark', 'light', { standing: 'conflict', choices: ['mine', 'theirs'] }],
    ['two lists', [1], [2], { standing: 'conflict', choices: ['mine', 'theirs', 'both'] }],
    ['a list and no list', [1], 1, { standing: 'conflict', choices: ['mine', 'theirs'] }],
    ['a value and null inside', { a: null }, { a: 1 }, { standing: 'conflict' }],
  ])('sets side by side a key with %s', (_case, mine, theirs, row) => {
    const { rows } = setUp(
      mine === undefined ? {} : { theme: mine },
      theirs === undefined ? {} : { theme: theirs },
    );

    expect(rows).toEqual([expect.objectContaining({ key: 'theme', mine, theirs, ...row })]);
  });

  it('lists the kept account’s keys first, each key once', () => {
    const { rows } = setUp({ b: 1, a: 1 }, { c: 1, a: 2 });

    expect(rows.map(({ key }) => key)).toEqual(['b', 'a', 'c']);
  });

  it('SEC-42: leaves dangerous and refused names out at every level, and says where they were', () => {
    const theirs = parsed(
      '{"__proto__":{"x":1},"a.b":1,"$c":1,"":1,"d":{"constructor":1,"e":[{"prototype":1,"f":2}]}}',
    );
    const { rows, leftOut } = setUp({}, theirs);

    expect(rows.map(({ theirs: value }) => value)).toEqual([{ e: [{ f: 2 }] }]);
    expect(leftOut).toEqual(
      ['__proto__', 'a.b', '$c', '', 'd.constructor', 'd.e[0].prototype'].map((path) => ({
        path,
        why: 'forbidden',
      })),
    );
  });

  it('SEC-46: takes no reserved root over, and keeps it to be set aside', () => {
    const theirs = { roles: ['admin'], linked_archive: { 'github|7': { a: 1 } }, isAdmin: true };
    const { rows, leftOut, withheld } = setUp({}, { ...theirs, acct_link: { v: 1 } });

    // What is not on the operator's list is a setting like others: it is the person's own to write anyway.
    expect(rows.map(({ key }) => key)).toEqual(['isAdmin']);
    expect(leftOut).toEqual([{ path: 'roles', why: 'reserved' }]);
    expect([...withheld.keys()]).toEqual(['roles', 'linked_archive']);
  });

  it('SEC-46: shows the kept account’s own reserved root as it is, and not the application’s', () => {
    const mine = { roles: ['reader'], acct_link: { v: 1 }, linked_archive: {} };

    expect(setUp(mine, { roles: ['admin'] }).rows).toEqual([
      expect.objectContaining({ key: 'roles', standing: 'onlyMine', mine: ['reader'] }),
    ]);
  });

  it('SEC-42: names what is left out of a withheld root as well', () => {
    const { leftOut, withheld } = setUp({}, parsed('{"roles":{"__proto__":1,"a":2}}'));

    expect(withheld.get('roles')).toEqual({ a: 2 });
    expect(leftOut).toContainEqual({ path: 'roles.__proto__', why: 'forbidden' });
  });
});
