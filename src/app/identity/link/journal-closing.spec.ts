import type { Json, Settings } from '../json';
import { journalJson, type Journal } from './journal';
import { closingOf, undoingOf } from './journal-closing';
import { openJournal } from './journal-opening';

const subject = 'google-oauth2|115';
const before: Settings = new Map<string, Json>([['theme', 'dark']]);
const changes: Settings = new Map<string, Json>([
  ['theme', 'light'],
  ['tags', [1]],
  ['linked_archive', { [subject]: { notes: 'theirs' } }],
]);
const link = {
  id: 'a',
  subject,
  connection: 'google',
  by: 'laptop',
  nowMs: 0,
  tokenExpiresAtMs: 1,
};
const journal = openJournal(before, changes, link);
const bare = openJournal(new Map([...before, ['filler', 'x'.repeat(10_000)]]), changes, link);

/** The account as it was after the opening, and then somebody's edits. */
const edited = (edits: Record<string, Json> = {}, left: Journal = journal): Settings =>
  new Map(
    [
      ...before,
      ...changes,
      ['acct_link', journalJson(left)] as const,
      ...Object.entries(edits),
    ].filter(([key]) => edits[key] !== null),
  );
const close = (edits?: Record<string, Json>, of: Journal = journal) => {
  const closing = closingOf(of, edited(edits, of));

  return { ...closing, changes: Object.fromEntries(closing.changes) };
};

describe('closingOf', () => {
  it('removes the journal alone when all is as it was written', () => {
    expect(close()).toEqual({ changes: { acct_link: null }, setAside: [], lost: [] });
  });

  it('writes back what was lost: a setting that is what it was before the link', () => {
    expect(close({ theme: 'dark', tags: null }).changes).toEqual({
      theme: 'light',
      tags: [1],
      acct_link: null,
    });
  });

  it.each<[string, Json | null]>([
    ['what is left of it', { note: 'of somebody else' }],
    ['nothing', null],
  ])('I4: mends an archive from which a value was taken again, to %s', (_case, left) => {
    const own: Settings = new Map([['linked_archive', { [subject]: { tags: [1] } }]]);
    const offered = openJournal(own, new Map([...changes, ['linked_archive', left]]), link);

    expect(closingOf(offered, own).changes.get('linked_archive')).toEqual(left);
  });

  it('never overwrites an edit, and sets aside what the absorbed account had', () => {
    const { changes: written, setAside } = close({ theme: 'blue' });

    expect(setAside).toEqual(['theme']);
    expect(written).toEqual({
      linked_archive: {
        [subject]: { notes: 'theirs', theme: 'light' },
        connections: { [subject]: 'google' },
      },
      acct_link: null,
    });
  });

  it('puts back what was set aside, together with what is set aside now', () => {
    expect(close({ theme: 'blue', linked_archive: null }).changes['linked_archive']).toEqual({
      [subject]: { notes: 'theirs', theme: 'light' },
      connections: { [subject]: 'google' },
    });
  });

  it('says what is lost where the account had no room for a copy', () => {
    expect(close({ theme: 'blue', tags: null }, bare)).toMatchObject({
      setAside: [],
      lost: ['theme', 'tags'],
    });
  });

  it('has nothing to do once all is done', () => {
    expect(close({ acct_link: null }).changes).toEqual({});
  });

  it('leaves a journal alone that has taken its place', () => {
    const other = journalJson({ ...journal, id: 'b' });

    expect(close({ acct_link: other }).changes).toEqual({});
  });
});

describe('undoingOf', () => {
  const undo = (edits?: Record<string, Json>, mayArrive = false) =>
    Object.fromEntries(undoingOf(journal, edited(edits), mayArrive));

  it('makes every setting what it was, and deletes what was not there', () => {
    expect(undo()).toEqual({ theme: 'dark', tags: null, linked_archive: null, acct_link: null });
  });

  it('keeps what somebody edited since', () => {
    expect(undo({ theme: 'blue', tags: null })).toEqual({ linked_archive: null, acct_link: null });
  });

  it('leaves the journal and its copy where the link may still arrive', () => {
    expect(undo({}, true)['acct_link']).toEqual(journalJson({ ...journal, phase: 'undone' }));
  });
});
