import type { Json, Settings } from '../json';
import { mostBytes } from '../settings/settings-limits';
import { accountWith } from '../testing/accounts';
import { sizeOfOpening } from './journal-opening';
import { blockersOf, limitBlockers, type Blocker } from './link-blockers';
import type { Forbidden } from './link-direction';

const googleId = 'google-oauth2|115';
const none: Settings = new Map();

function setUp({
  kept = none,
  absorbed = none,
  changes = none,
  forbidden = new Map<'keepFirst' | 'keepSecond', Forbidden>(),
}): readonly Blocker[] {
  return blockersOf({
    kept: accountWith('auth0|ada', kept),
    absorbed: accountWith(googleId, absorbed),
    direction: 'keepFirst',
    advice: { recommended: 'keepFirst', reason: 'asUsual', forbidden },
    merge: { changes, setAside: new Map() },
  });
}

describe('blockersOf', () => {
  it('finds nothing in the way of two ordinary accounts', () => {
    expect(setUp({ changes: new Map([['theme', 'dark']]) })).toEqual([]);
  });

  it('says why the direction is not to be had, and does not mind the other', () => {
    expect(setUp({ forbidden: new Map([['keepFirst', 'companyMustStay']]) })).toEqual([
      { kind: 'direction', why: 'companyMustStay' },
    ]);
    expect(setUp({ forbidden: new Map([['keepSecond', 'noSwap']]) })).toEqual([]);
  });

  it.each<[string, Json]>([
    ['this version', { v: 1 }],
    ['a later version', { v: 2 }],
    ['nobody knows what', 'x'],
  ])('stops at an unfinished link of either account, by %s', (_case, journal) => {
    const settings: Settings = new Map([['acct_link', journal]]);

    expect(setUp({ kept: settings })).toEqual([{ kind: 'unfinished', whose: 'kept' }]);
    expect(setUp({ absorbed: settings })).toEqual([{ kind: 'unfinished', whose: 'absorbed' }]);
  });

  it('REL-21: has room up to the byte, in bytes of UTF-8 and not in letters', () => {
    const withText = (bytes: number): Settings =>
      new Map([['text', '🙂'.repeat(500) + 'x'.repeat(bytes)]]);
    const room = mostBytes - sizeOfOpening(none, withText(0), googleId);

    expect(setUp({ changes: withText(room) })).toEqual([]);
    expect(setUp({ changes: withText(room + 1) })).toEqual([
      { kind: 'profileSize', bytes: mostBytes + 1, limit: mostBytes },
    ]);
  });

  it('does not mind the size of an account in which nothing is written', () => {
    expect(setUp({ kept: new Map([['text', 'x'.repeat(mostBytes)]]) })).toEqual([]);
  });
});

describe('limitBlockers', () => {
  const limits = (kept: Settings, absorbed: Settings) =>
    limitBlockers(accountWith('auth0|ada', kept), accountWith(googleId, absorbed));

  it.each<[string, Settings]>([
    ['keys', new Map(Array.from({ length: 201 }, (_, at) => [`k${at}`, at]))],
    ['text', new Map([['long', 'x'.repeat(4097)]])],
    ['size', new Map(['a', 'b', 'c'].map((key) => [key, 'x'.repeat(4000)]))],
  ])('minds the %s of the absorbed account, and not of the kept one', (limit, settings) => {
    expect(limits(none, settings)).toEqual([{ kind: 'limit', limit, whose: 'absorbed' }]);
    expect(limits(settings, none)).toEqual([]);
  });
});
