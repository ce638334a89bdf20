import type { Json, Settings } from '../json';
import { planLink } from '../link/link-plan';
import { accountWith } from '../testing/accounts';
import { usualPolicy } from '../testing/link-policy';
import { names, nested } from '../testing/settings';
import {
  brokenLimit,
  longestText,
  mostBytes,
  mostKeys,
  mostLevels,
  settingsSize,
  type SettingsLimit,
} from './settings-limits';

const settings = (value: Json): Settings => new Map([['a', value]]);
/** Settings that take exactly so many bytes, in characters of four bytes as far as possible. */
function settingsOf(bytes: number): Settings {
  const room = bytes - settingsSize(new Map([['a', ['', '', '', '']]]));
  const faces = (count: number): string => '😀'.repeat(count);
  const each = Math.floor(room / 4 / 4);

  return new Map([['a', [faces(each), faces(each), faces(each), 'x'.repeat(room - each * 12)]]]);
}

describe('brokenLimit', () => {
  it.each<[string, Settings, SettingsLimit | undefined]>([
    ['no settings', new Map(), undefined],
    ['as many levels as allowed', settings(nested(mostLevels - 1, 'object')), undefined],
    ['one level more', settings(nested(mostLevels, 'object')), 'depth'],
    ['lists, which are levels too', settings(nested(mostLevels, 'list')), 'depth'],
    ['as many names as allowed', settings(names(mostKeys - 1)), undefined],
    ['one name more', settings(names(mostKeys)), 'keys'],
    ['as many root keys as allowed', new Map(Object.entries(names(mostKeys))), undefined],
    ['one root key more', new Map(Object.entries(names(mostKeys + 1))), 'keys'],
    ['the longest text', settings('x'.repeat(longestText)), undefined],
    ['a longer one', settings('x'.repeat(longestText + 1)), 'text'],
    ['a text that is longer in bytes than in characters', settings('ä'.repeat(2049)), 'text'],
    ['a long text inside a list', settings([{ b: 'x'.repeat(longestText + 1) }]), 'text'],
  ])('judges %s', (_case, given, limit) => {
    expect(brokenLimit(given)).toBe(limit);
  });

  it.each([
    [mostBytes - 1, undefined],
    [mostBytes, undefined],
    [mostBytes + 1, 'size'],
  ])('REL-21: counts bytes, not characters: %i of them', (bytes, limit) => {
    expect(settingsSize(settingsOf(bytes))).toBe(bytes);
    expect(brokenLimit(settingsOf(bytes))).toBe(limit);
  });

  it('SEC-43: answers for a document of 100,000 levels', () => {
    expect(brokenLimit(settings(nested(100_000, 'list')))).toBe('depth');
    expect(brokenLimit(settings(nested(100_000, 'object')))).toBe('depth');
  });

  it('SEC-43: answers for 10,000 names, and for a text of a million characters', () => {
    expect(brokenLimit(settings(names(10_000)))).toBe('keys');
    expect(brokenLimit(settings(Array.from({ length: 10_000 }, () => names(1))))).toBe('keys');
    expect(brokenLimit(settings('x'.repeat(1_000_000)))).toBe('text');
  });

  it('SEC-43: answers for a list of a million items', () => {
    expect(brokenLimit(settings(Array<Json>(1_000_000).fill(0)))).toBe('size');
  });

  it('SEC-43: a plan is blocked, and computed without a fall, for accounts beyond the limits', () => {
    const deep = settings(nested(100_000, 'list'));
    const archived = new Map<string, Json>([...deep, ['linked_archive', { 'github|7': { b: 1 } }]]);
    const connection = { name: 'g', strategy: 'github', label: 'G', transport: 'auto' } as const;
    const [ada, hub] = [accountWith('auth0|ada', archived), accountWith('github|7', deep)];
    const plan = planLink({
      first: ada,
      second: hub,
      connection,
      policy: usualPolicy,
      nowMs: 0,
      proofExpiresAtMs: 0,
    });

    expect(plan.blockers).toEqual([
      { kind: 'limit', limit: 'depth', whose: 'kept' },
      { kind: 'limit', limit: 'depth', whose: 'absorbed' },
    ]);
    expect(plan.merge.changes.size).toBe(0);
  });
});
