import type { Json } from '../identity/json';
import { journalJson, type Journal } from '../identity/link/journal';
import { openJournal } from '../identity/link/journal-opening';
import type { Direction } from '../identity/link/link-direction';
import type { Fault, FaultsByKind, Turn } from './testing/browser';
import { expectHonest, expectInvariants } from './testing/invariants';
import { startMs, storyOf, usualProofMs } from './testing/story';
import { withoutNotes } from './testing/without-notes';

const none: Fault = { kind: 'none' };
const status = (code: 'rejected' | 'signed-out' | 'forbidden' | 'conflict' | 'busy'): Fault => ({
  kind: 'status',
  code,
});
const lost: Fault = { kind: 'lost' };
const answerLost: Fault = { kind: 'answerLost' };
const late = (steps: number): Fault => ({ kind: 'late', steps });
const error = (applied: boolean): Fault => ({ kind: 'serverError', applied });

const merging: Record<string, Json> = { locale: 'en', theme: 'light' };

/**
 * A link with a merge makes six requests: it reads both accounts, opens beside one more look, sends and closes. These
 * are the faults of them.
 */
async function setUp(
  of: FaultsByKind = {},
  second: Record<string, Json> = merging,
  direction: Direction = 'keepFirst',
) {
  const story = storyOf({ theme: 'dark' }, second, new Map([['theme', 'theirs']]), direction);
  const result = await story.link('laptop', { turns: [], of });
  expectInvariants(story, 'the link');
  expectHonest(story, result);

  return { story, result, settings: Object.fromEntries(withoutNotes(story.kept.settings)) };
}

const merged = {
  locale: 'en',
  theme: 'light',
  linked_archive: { 'auth0|ada': { theme: 'dark' } },
};

describe('runLink, with settings to merge', () => {
  it('links in six requests and leaves no journal', async () => {
    const { story, result, settings } = await setUp();

    expect(result).toEqual({
      kind: 'done',
      remarks: { setAside: [], lost: [] },
      journal: 'closed',
      id: expect.any(String) as string,
    });
    expect(settings).toEqual(merged);
    expect(story.tenant.requests).toBe(6);
  });

  it.each<[string, FaultsByKind, object]>([
    ['the account cannot be read', { kept: [lost] }, { kind: 'notDone', code: 'unreachable' }],
    [
      'the session has ended',
      { kept: [status('signed-out')] },
      { kind: 'notDone', code: 'signed-out' },
    ],
    [
      'the browser is offline',
      { kept: [{ kind: 'offline' }] },
      { kind: 'notDone', code: 'offline' },
    ],
    [
      'REL-20: the opening is refused, for its size perhaps',
      { settings: [status('rejected')] },
      { kind: 'notDone', code: 'settings-refused' },
    ],
    [
      'the opening may not be written',
      { settings: [status('forbidden')] },
      { kind: 'notDone', code: 'forbidden' },
    ],
    [
      'there are too many requests',
      { settings: [status('busy')] },
      { kind: 'notDone', code: 'busy' },
    ],
    ['REL-32: the browser goes offline', { settings: [{ kind: 'offline' }] }, { kind: 'notDone' }],
  ])('changes nothing when %s', async (_case, faults, expected) => {
    const { story, result, settings } = await setUp(faults);

    expect(result).toMatchObject(expected);
    expect(settings).toEqual({ theme: 'dark' });
    expect(Object.fromEntries(story.absorbed?.settings ?? [])).toEqual(merging);
  });

  it.each<[string, FaultsByKind]>([
    ['REL-19: the answer to the opening is lost', { settings: [answerLost] }],
    ['REL-19: the opening is lost', { settings: [lost] }],
    ['the opening is lost twice, and its third answer', { settings: [lost, lost, answerLost] }],
    ['the opening arrives late', { settings: [late(6)] }],
    [
      'the opening arrives late, and its repeat is refused',
      { settings: [late(4), status('rejected')] },
    ],
    ['the look beside the opening is lost', { absorbed: [none, lost] }],
    ['REL-15: the link is lost', { link: [lost] }],
    ['the answer to the link is lost', { link: [answerLost] }],
    ['REL-16: the link is answered with an error, and not carried out', { link: [error(false)] }],
    ['the link is answered with an error, and carried out', { link: [error(true)] }],
    ['the answer to the link cannot be read', { link: [{ kind: 'badAnswer' }] }],
    ['the link is lost twice', { link: [lost, lost] }],
    ['REL-18: the link arrives late, and its repeat meets it', { link: [late(4)] }],
    ['the closing is lost', { settings: [none, lost] }],
    ['the answer to the closing is lost', { settings: [none, answerLost] }],
  ])('links once, all the same, when %s', async (_case, faults) => {
    const { story, result, settings } = await setUp(faults);

    expect(result).toMatchObject({ kind: 'done', journal: 'closed' });
    expect(settings).toEqual(merged);
    expect(story.tenant.links).toBe(1);
  });

  it.each<[string, FaultsByKind, string]>([
    ['REL-17: the tenant refuses the link', { link: [status('rejected')] }, 'rejected'],
    ['REL-17: the person may not link', { link: [status('forbidden')] }, 'forbidden'],
    ['REL-18: the method belongs to somebody else', { link: [status('conflict')] }, 'conflict'],
  ])('takes everything back when %s', async (_case, faults, code) => {
    const { story, result, settings } = await setUp(faults);

    expect(result).toEqual({ kind: 'notDone', code });
    expect(settings).toEqual({ theme: 'dark' });
    expect(Object.fromEntries(story.absorbed?.settings ?? [])).toEqual(merging);
  });

  it.each<[string, Fault]>([
    ['nobody answered', late(99)],
    ['a gateway gave up on it', { kind: 'gateway', steps: 99 }],
  ])(
    'keeps the journal when the link is taken back, and may arrive since %s',
    async (_case, fault) => {
      const { story, result } = await setUp({ link: [fault, status('rejected')] });

      expect(result).toMatchObject({ kind: 'notDone' });
      expect(story.journal?.phase).toBe('undone');
      story.tenant.advance(299_000);
      expect(story.isLinked).toBe(true);
      expectInvariants(story, 'its arrival');
      await expect(story.visit('phone')).resolves.toMatchObject({ status: 'closed' });
      expect(Object.fromEntries(withoutNotes(story.kept.settings))).toEqual(merged);
    },
  );

  it.each<[string, FaultsByKind, string]>([
    ['REL-24: the session ends before the link', { link: [status('signed-out')] }, 'signed-out'],
    ['there are too many requests', { link: [status('busy')] }, 'busy'],
    ['the browser goes offline', { link: [{ kind: 'offline' }] }, 'offline'],
    ['nobody answers any more', { link: [lost, lost, lost] }, 'unreachable'],
    ['nothing can be read after the link', { link: [lost], kept: [none, lost] }, 'unreachable'],
  ])('stays open, to be continued, when %s', async (_case, faults, code) => {
    const { story, result } = await setUp(faults);

    expect(result).toMatchObject({ kind: 'open', code });
    expect(story.journal?.phase).toBe('sent');
    await story.continue('laptop', usualProofMs);
    expect(Object.fromEntries(withoutNotes(story.kept.settings))).toEqual(merged);
    expect(story.tenant.links).toBe(1);
  });

  it('is done when the closing is refused, and the next visit closes it', async () => {
    const { story, result } = await setUp({ settings: [none, status('busy')] });

    expect(result).toMatchObject({ kind: 'done', journal: 'left' });
    await expect(story.visit('phone')).resolves.toMatchObject({ status: 'closed' });
    expect(Object.fromEntries(withoutNotes(story.kept.settings))).toEqual(merged);
  });

  it('REL-29: writes nothing when the account has changed since the person agreed', async () => {
    const story = storyOf({ theme: 'dark' }, { locale: 'en' });
    story.edit('theme', 'blue');
    const result = await story.link('laptop');

    expect(result).toMatchObject({ kind: 'changed', kept: story.kept });
    expect(Object.fromEntries(withoutNotes(story.kept.settings))).toEqual({ theme: 'blue' });
  });

  it('REL-29: sets aside what was edited while it was under way, and says so', async () => {
    const story = storyOf({ theme: 'dark' }, { locale: 'en' });
    const [calm, edited] = [{ fault: none }, { fault: none, edit: ['locale', 'fr'] as const }];
    const result = await story.link('laptop', { turns: [calm, calm, calm, calm, edited] });

    expect(result).toMatchObject({ kind: 'done', remarks: { setAside: ['locale'] } });
    expect(story.kept.settings.get('locale')).toBe('fr');
    expect(withoutNotes(story.kept.settings).get('linked_archive')).toEqual({
      'google-oauth2|115': { locale: 'en' },
      connections: { 'google-oauth2|115': 'google' },
    });
  });
});

describe('finishLink, when its lease is over before it sends', () => {
  /** A page that sleeps for eleven minutes once the opening is written. */
  async function setUpAsleep(turns: readonly Turn[]) {
    const story = storyOf({ theme: 'dark' }, merging);
    const leases: number[] = [];
    story.tenant.onChange = (what) => {
      leases.push(story.journal?.leaseUntilMs ?? 0);
      if (leases.length === 1) story.tenant.advance(660_000);
      expectInvariants(story, what);
    };
    const result = await story.link('laptop', { turns });

    return { story, result, leases };
  }

  it('I5: says that it goes on before it does', async () => {
    const { story, result, leases } = await setUpAsleep([]);

    expect(result).toMatchObject({ kind: 'done', journal: 'closed' });
    expect(leases[1]).toBeGreaterThan(startMs + 660_000);
    expect(story.tenant.requests).toBe(9);
  });

  it.each<[string, (journal: Journal) => Journal]>([
    ['taken over by another browser', (journal) => ({ ...journal, by: 'phone' })],
    [
      'renewed by another page of this browser',
      ({ leaseUntilMs, ...journal }) => ({ ...journal, leaseUntilMs: leaseUntilMs + 1 }),
    ],
    ['taken back', (journal) => ({ ...journal, phase: 'undone' })],
  ])('I5: sends nothing when the link has been %s meanwhile', async (_case, change) => {
    const { changes } = storyOf({ theme: 'dark' }, merging).plan.merge;
    const journal = openJournal(new Map([['theme', 'dark']]), changes, {
      id: '5f0c7f4e-0000-4000-8000-000000000001',
      subject: 'google-oauth2|115',
      connection: 'google',
      by: 'laptop',
      nowMs: startMs,
      tokenExpiresAtMs: startMs + usualProofMs,
    });
    const calm = { fault: none };
    const taken = { ...calm, edit: ['acct_link', journalJson(change(journal))] as const };
    const { story, result } = await setUpAsleep([calm, calm, calm, calm, taken]);

    expect(result).toMatchObject({ kind: 'open', code: 'other-link' });
    expect(story.tenant.links).toBe(0);
  });
});

describe('runLink, with nothing to merge', () => {
  it.each<[string, FaultsByKind, object, number]>([
    ['in one request, after a look', {}, { kind: 'done' }, 1],
    ['after a lost answer', { link: [answerLost] }, { kind: 'done' }, 1],
    ['after a lost request', { link: [lost] }, { kind: 'done' }, 1],
    [
      'not when it is refused',
      { link: [status('forbidden')] },
      { kind: 'notDone', code: 'forbidden' },
      0,
    ],
    [
      'not when it is elsewhere',
      { link: [status('conflict')] },
      { kind: 'notDone', code: 'conflict' },
      0,
    ],
    ['not without a session', { link: [status('signed-out')] }, { kind: 'notDone' }, 0],
    ['perhaps', { link: [lost], kept: [none, lost] }, { kind: 'unknown', code: 'unreachable' }, 0],
    [
      'perhaps, though it is refused then',
      { link: [late(9), status('busy')] },
      { kind: 'unknown' },
      0,
    ],
  ])('links %s', async (_case, faults, expected, links) => {
    const { story, result, settings } = await setUp(faults, {});

    expect(result).toMatchObject(expected);
    expect(story.tenant.links).toBe(links);
    expect(settings).toEqual({ theme: 'dark' });
  });
});

describe('a link whose kept account is the second one', () => {
  it.each<[string, Record<string, Json>, FaultsByKind, string]>([
    ['before anything is written', merging, { kept: [status('signed-out')] }, 'notDone'],
    ['for the settings', merging, { settings: [status('signed-out')] }, 'notDone'],
    ['for the link', merging, { link: [status('signed-out')] }, 'open'],
    [
      'for the link, with nothing to merge',
      { theme: 'dark' },
      { link: [status('signed-out')] },
      'notDone',
    ],
  ])(
    'says that it is the second sign-in that does not count any more, %s',
    async (_case, second, faults, result) => {
      const ended = await setUp(faults, second, 'keepSecond');

      expect(ended.result).toMatchObject({ kind: result, code: 'second-signed-out' });
    },
  );
});

describe('a link that was applied, and refused all the same', () => {
  const refused = { kind: 'status', code: 'conflict' } as const;

  it.each<[string, Record<string, Json>, string]>([
    ['with settings', merging, 'open'],
    ['without any', {}, 'unknown'],
  ])('is not called refused until the account has been read, %s', async (_case, second, result) => {
    const story = storyOf({ theme: 'dark' }, second);
    const faults = { link: [refused], kept: [none, lost] };
    const ended = await story.link('laptop', { turns: [], of: faults });

    expect(ended).toMatchObject({ kind: result, code: 'unreachable' });
  });
});
