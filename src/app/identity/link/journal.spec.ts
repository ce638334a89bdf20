import type { Json, Settings } from '../json';
import { mostBytes, settingsSize, sizeWith } from '../settings/settings-limits';
import { journalJson, journalOf, mayArriveUntilMs, sendWithinMs } from './journal';
import { openingChanges, openJournal, sizeOfOpening } from './journal-opening';

const now = Date.UTC(2027, 0, 15, 8);
const link = {
  id: '5f0c7f4e-0000-4000-8000-000000000001',
  subject: 'google-oauth2|115',
  connection: 'google',
  by: 'laptop',
  nowMs: now,
  tokenExpiresAtMs: now + 36_000_000,
};
const mine: Settings = new Map<string, Json>([
  ['theme', 'dark'],
  ['locale', 'en'],
]);
const changes: Settings = new Map<string, Json>([
  ['theme', 'light'],
  ['tags', [1]],
]);
const journal = openJournal(mine, changes, link);
const through = (value: Json): Json => JSON.parse(JSON.stringify(value)) as Json;

describe('openJournal', () => {
  it('records what was there before, what is written, and a copy of it', () => {
    expect(journal).toMatchObject({ phase: 'sent', subject: link.subject, by: 'laptop' });
    expect(journal.leaseUntilMs).toBe(now + sendWithinMs);
    expect([...journal.before]).toEqual([
      ['theme', 'dark'],
      ['tags', undefined],
    ]);
    expect([...journal.wrote.keys()]).toEqual(['theme', 'tags']);
    expect(journal.snapshot).toBe(changes);
  });

  it('REL-21: leaves the copy out by the byte, where the account has no room for it', () => {
    const room = mostBytes - sizeWith(mine, openingChanges(changes, journal));
    const full = (bytes: number): Settings =>
      // A key more: its quotes, its colon and its comma.
      new Map([...mine, ['filler', 'x'.repeat(bytes - '"filler":"",'.length)]]);

    expect(openJournal(full(room), changes, link).snapshot).toBe(changes);
    expect(openJournal(full(room + 1), changes, link)).not.toHaveProperty('snapshot');
  });

  it('announces the changes and itself in one write', () => {
    expect([...openingChanges(changes, journal).keys()]).toEqual(['theme', 'tags', 'acct_link']);
  });
});

describe('sizeOfOpening', () => {
  it('is never less than what a link without a copy takes', () => {
    const { snapshot: copy, ...bare } = journal;

    expect(copy).toBe(changes);
    expect(sizeOfOpening(mine, changes, link.subject)).toBeGreaterThanOrEqual(
      sizeWith(mine, openingChanges(changes, bare)),
    );
  });

  it('does not count what is deleted', () => {
    expect(sizeWith(mine, new Map([['theme', null]]))).toBe(
      settingsSize(new Map([['locale', 'en']])),
    );
  });
});

describe('journalOf', () => {
  const read = (json: Json) => journalOf(new Map([['acct_link', json]]));
  const json = journalJson(journal);

  it('reads what was written, with and without a copy', () => {
    const { snapshot, ...bare } = journal;

    expect(read(through(json))).toEqual({ ...journal, snapshot });
    expect(read(through(journalJson(bare)))).toEqual(bare);
    expect(read(through(journalJson({ ...journal, phase: 'undone' })))?.phase).toBe('undone');
  });

  it('tells a setting that was null inside from one that was not there', () => {
    const before = new Map<string, Json | undefined>([
      ['a', { b: null }],
      ['c', undefined],
    ]);

    expect(read(through(journalJson({ ...journal, before })))?.before).toEqual(before);
  });

  it.each<[string, Json]>([
    ['nothing', null],
    ['a text', 'x'],
    ['a list', [json]],
    ['another version', { ...json, v: 2 }],
    ['no id', { ...json, id: 1 }],
    ['another phase', { ...json, phase: 'linked' }],
    ['no subject', { ...json, s: null }],
    ['no connection', { ...json, via: 1 }],
    ['no browser', { ...json, by: null }],
    ['no lease', { ...json, lease: '1' }],
    ['no expiry', { ...json, idTokenExp: null }],
    ['nothing before', { ...json, before: [] }],
    ['nothing written', { ...json, wrote: 'x' }],
  ])('does not read %s', (_case, given) => {
    expect(read(given)).toBeUndefined();
  });
});

describe('mayArriveUntilMs', () => {
  it('is five minutes after the link can be sent last', () => {
    expect(mayArriveUntilMs(journal)).toBe(journal.leaseUntilMs + 300_000);
    expect(mayArriveUntilMs({ ...journal, tokenExpiresAtMs: now + 1 })).toBe(now + 300_001);
  });
});
