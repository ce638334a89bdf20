import type { Json, Settings } from '../json';
import {
  historyOf,
  linkedAtOf,
  signedInWith,
  makingRoom,
  mostEntries,
  mostHistoryBytes,
  recording,
  rememberingOf,
  unrecorded,
  withoutHistory,
  type HistoryEntry,
} from './link-history';
import { mostBytes, settingsSize, sizeWith } from './settings-limits';

const minutes = 60_000;
const event = (at: number, more: Partial<HistoryEntry> = {}): HistoryEntry => ({
  what: 'link',
  atMs: at * minutes,
  subject: 'github|7',
  connection: 'github',
  ...more,
});
const written = (now: Settings, changes: Settings): Settings =>
  new Map([...now, ...changes].filter(([key]) => changes.get(key) !== null));
const remembering = (count: number): Settings =>
  new Map([
    [
      'linked_history',
      Array.from({ length: count }, (_, at): Json => ['link', at * 3600, `a|${at}`, 'a']),
    ],
  ]);
const changes: Settings = new Map([['theme', 'dark']]);
/** Settings that leave so many bytes of the profile. */
const leaving = (bytes: number, settings: Settings): Settings => {
  const filled = (length: number) => new Map([...settings, ['filler', 'x'.repeat(length)]]);

  return filled(mostBytes - bytes - settingsSize(filled(0)));
};

describe('recording', () => {
  it('adds to a write what happened, with the name of the method', () => {
    const now = recording(new Map(), changes, [event(5, { label: 'ada@example.com' })]);

    expect(now.get('theme')).toBe('dark');
    expect(now.get('linked_history')).toEqual([
      ['link', 300, 'github|7', 'github', 'ada@example.com'],
    ]);
    expect(historyOf(now)).toEqual([event(5, { label: 'ada@example.com' })]);
  });

  it('adds an event once, whoever noticed it, and however often', () => {
    const once = recording(new Map(), changes, [event(5)]);
    const again = recording(written(new Map(), once), changes, [event(5.2), event(5)]);

    expect(historyOf(written(written(new Map(), once), again))).toHaveLength(2);
    expect(recording(once, changes, [event(5.2)])).toBe(changes);
  });

  it('keeps twenty, the newest, in the order in which they happened', () => {
    const now = remembering(mostEntries);
    const after = historyOf(recording(now, changes, [event(10_000), event(9000)]));

    expect(after).toHaveLength(mostEntries);
    expect(after[0]?.subject).toBe('a|2');
    expect(after.slice(-2)).toEqual([event(9000), event(10_000)]);
  });

  it('takes two kilobytes at most', () => {
    const long = Array.from({ length: 20 }, (_, at) =>
      event(at * 10, { subject: `x|${'1'.repeat(100)}${at}`, label: 'a'.repeat(500) }),
    );
    const history = recording(new Map(), changes, long).get('linked_history') ?? null;

    expect(JSON.stringify(history).length).toBeLessThanOrEqual(mostHistoryBytes);
    expect((history as readonly Json[]).length).toBeGreaterThan(5);
  });

  it('lets the oldest go where the profile is full, and never a setting', () => {
    const now = leaving(20, remembering(5));
    const after = recording(now, new Map(), [event(10_000)]);

    expect(after.size).toBe(1);
    expect(historyOf(after).at(-1)).toEqual(event(10_000));
    expect(sizeWith(now, after)).toBeLessThanOrEqual(mostBytes);
    expect(historyOf(after).length).toBeLessThan(6);
  });

  it('remembers nothing where there is no room at all', () => {
    const full = leaving(10, new Map());

    expect(recording(full, new Map([['acct_link', null]]), [event(1)])).toEqual(
      new Map([['acct_link', null]]),
    );
  });
});

describe('rememberingOf', () => {
  it('writes what is not remembered, and nothing where all of it is', () => {
    const once = rememberingOf(changes, [event(5)]);

    expect([...once.keys()]).toEqual(['linked_history']);
    expect(rememberingOf(written(changes, once), [event(5)]).size).toBe(0);
    expect(rememberingOf(changes, []).size).toBe(0);
  });

  it('writes nothing for an event that is too old to be kept, or has no room', () => {
    const full = remembering(mostEntries);

    expect(rememberingOf(full, [event(-100)]).size).toBe(0);
    expect(rememberingOf(leaving(10, new Map()), [event(5)]).size).toBe(0);
    expect(rememberingOf(leaving(10, full), [event(5)]).get('linked_history')).not.toBeNull();
  });
});

describe('makingRoom', () => {
  it('changes nothing of a write that fits', () => {
    expect(makingRoom(remembering(20), changes)).toBe(changes);
  });

  it('gives the room of the oldest to a write that does not fit, and that of all if need be', () => {
    const now = leaving(10, remembering(10));
    const some = makingRoom(now, new Map([['theme', 'x'.repeat(60)]]));
    const all = makingRoom(now, new Map([['theme', 'x'.repeat(5000)]]));

    expect(historyOf(some).length).toBeGreaterThan(0);
    expect(historyOf(some).at(-1)?.subject).toBe('a|9');
    expect(sizeWith(now, some)).toBeLessThanOrEqual(mostBytes);
    expect(all.get('linked_history')).toBeNull();
  });

  it('writes nothing where nothing is to be written', () => {
    expect(makingRoom(leaving(0, remembering(10)), new Map()).size).toBe(0);
  });
});

describe('historyOf', () => {
  it.each<[string, Json]>([
    ['no list', { at: 1 }],
    ['a list of something else', ['link', 1, null, {}]],
    ['an event that nobody knows', [['merge', 1, 'a|1', 'a']]],
    ['no time', [['link', 'today', 'a|1', 'a']]],
    ['a time that no calendar has', [['link', 1e300, 'a|1', 'a']]],
    ['no subject', [['link', 1, 7, 'a']]],
  ])('passes over %s', (_case, value) => {
    expect(historyOf(new Map([['linked_history', value]]))).toEqual([]);
  });

  it('reads the rest of what has one entry that cannot be read', () => {
    const list: Json = [['merge'], ['unlink', 60, 'github|7', 'github', '7']];

    expect(historyOf(new Map([['linked_history', list]]))).toEqual([
      event(1, { what: 'unlink', label: '7' }),
    ]);
  });
});

describe('unrecorded', () => {
  it('takes an unlink for no link, and another method for none of these', () => {
    const others = [event(5, { what: 'unlink' }), event(5, { subject: 'github|8' })];

    expect(unrecorded(others, [event(5)])).toEqual(others);
  });

  it('lets one record stand for one event', () => {
    expect(unrecorded([event(1), event(2)], [event(1)])).toEqual([event(2)]);
    expect(unrecorded([event(2), event(60)], [event(1), event(60)])).toEqual([]);
  });
});

describe('linkedAtOf', () => {
  it('tells when a method was linked last, unless it has been unlinked since', () => {
    const record = [
      event(30, { subject: 'google|1' }),
      event(40),
      event(20, { what: 'unlink' }),
      event(10),
      event(35, { what: 'unlink', subject: 'google|1' }),
    ];

    expect([...linkedAtOf(record)]).toEqual([['github|7', 40 * minutes]]);
  });
});

describe('signedInWith', () => {
  const google = event(10, { subject: 'google|1' });

  it('is the only method, or the only one that was there at the time', () => {
    expect(signedInWith(['auth0|1'], [], 5 * minutes)).toBe('auth0|1');
    expect(signedInWith(['auth0|1'], [], undefined)).toBe('auth0|1');
    expect(signedInWith(['auth0|1', 'google|1'], [google], 5 * minutes)).toBe('auth0|1');
  });

  it('is not known of several', () => {
    expect(signedInWith(['auth0|1', 'google|1'], [], 5 * minutes)).toBeUndefined();
    expect(signedInWith(['auth0|1', 'google|1'], [google], 15 * minutes)).toBeUndefined();
    expect(signedInWith(['auth0|1', 'google|1'], [google], undefined)).toBeUndefined();
    expect(signedInWith(['auth0|1', 'google|1', 'sms|2'], [google], 5 * minutes)).toBeUndefined();
  });

  it('is not known where a link and the sign-in were in the same moment', () => {
    const atMs = 10 * minutes;

    expect(signedInWith(['auth0|1', 'google|1'], [google], atMs)).toBeUndefined();
    expect(signedInWith(['auth0|1', 'google|1'], [google], atMs - 1000)).toBeUndefined();
    expect(signedInWith(['auth0|1', 'google|1'], [google], atMs - 2000)).toBe('auth0|1');
  });

  it('is not known where it may have been unlinked', () => {
    const unlinked = event(10, { what: 'unlink', subject: 'google|1' });

    expect(signedInWith(['auth0|1'], [unlinked], 5 * minutes)).toBeUndefined();
    expect(signedInWith(['auth0|1'], [unlinked], undefined)).toBeUndefined();
    expect(signedInWith(['auth0|1'], [unlinked], 15 * minutes)).toBe('auth0|1');
  });
});

describe('withoutHistory', () => {
  it('leaves every setting', () => {
    expect(withoutHistory(new Map([...changes, ...remembering(2)]))).toEqual(changes);
  });
});
