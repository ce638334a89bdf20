import type { Json } from '../../identity/json';
import type { Turn } from '../testing/browser';
import { expectHonest, expectInvariants } from '../testing/invariants';
import { storyOf, type Story } from '../testing/story';
import { withoutNotes } from '../testing/without-notes';

const theirs: Record<string, Json> = { locale: 'en' };
const calm: Turn = { fault: { kind: 'none' } };
/** The absorbed account gets a setting just before the request with this number. */
const edited = (request: number): readonly Turn[] => [
  ...Array<Turn>(request).fill(calm),
  { ...calm, absorbedEdit: ['theme', 'light'] },
];

/** Somebody else does something while the review is open, and then the person agrees to it. */
async function setUp(meanwhile: (story: Story) => void, second = theirs, mine = {}) {
  const story = storyOf({ own: true, ...mine }, second);
  const before = story.kept;
  meanwhile(story);
  const result = await story.link('laptop');
  expectInvariants(story, 'the link');
  expectHonest(story, result);

  return { story, before, result };
}

/** Another device has joined the two meanwhile. */
const joined = ({ tenant, plan }: Story): void => {
  tenant.link(plan.kept.userId, plan.absorbed.userId, tenant.now + 1);
};

describe('a link, right before anything is written', () => {
  it.each<[string, Record<string, Json>]>([
    ['has settings to bring', theirs],
    ['has nothing', {}],
  ])(
    'REL-29: shows again what an account has got in the last second that %s',
    async (_c, second) => {
      const { story, before, result } = await setUp(
        (s) => s.editAbsorbed('theme', 'light'),
        second,
      );

      expect(result).toMatchObject({ kind: 'changed', absorbed: story.absorbed });
      expect(story.kept).toEqual(before);
    },
  );

  it('says that the sign-in to the second account does not count any more, not that of the person', async () => {
    const story = storyOf({ own: true }, theirs);
    const takenBack: Turn = { fault: { kind: 'status', code: 'signed-out' } };

    await expect(story.link('laptop', { turns: [calm, takenBack] })).resolves.toEqual({
      kind: 'notDone',
      code: 'second-signed-out',
    });
  });

  it('shows again what the kept account has lost that both had, so that it was not to be written', async () => {
    const { story, result } = await setUp((s) => s.edit('locale', null), theirs, theirs);

    expect(result).toMatchObject({ kind: 'changed' });
    expect(story.tenant.links).toBe(0);
  });

  it.each<['absorbed' | 'kept', string, Record<string, Json>]>([
    ['absorbed', 'second-blocked', theirs],
    ['kept', 'first-blocked', theirs],
    ['absorbed', 'second-blocked', {}],
    ['kept', 'first-blocked', {}],
  ])(
    'links no account that was blocked meanwhile: the %s one, %s, %j',
    async (which, code, second) => {
      const { story, result } = await setUp((s) => s.block(which), second);

      expect(result).toEqual({ kind: 'notDone', code });
      expect(story.tenant.links).toBe(0);
    },
  );

  it.each<['absorbed' | 'kept', string]>([
    ['absorbed', 'second-gone'],
    ['kept', 'first-gone'],
  ])('names the account that was deleted meanwhile: the %s one', async (which, code) => {
    const story = storyOf({ own: true }, theirs);
    story.tenant.accounts.delete(story.plan[which].userId);

    await expect(story.link('laptop')).resolves.toEqual({ kind: 'notDone', code });
  });

  it.each<[string, Record<string, Json>]>([
    ['with settings', theirs],
    ['without any', {}],
  ])(
    'says that an account is linked already that joined from elsewhere, %s',
    async (_c, second) => {
      const story = storyOf({ own: true }, second);
      joined(story);
      const { kept } = story;

      await expect(story.link('laptop')).resolves.toEqual({
        kind: 'notDone',
        code: 'already-linked',
      });
      expect(story.kept).toBe(kept);
    },
  );

  it('makes three requests when nothing is written but the link, two of them side by side', async () => {
    const { story, result } = await setUp(() => undefined, {});

    expect(result).toMatchObject({ kind: 'done' });
    expect(story.tenant.requests).toBe(3);
  });
});

describe('a link, beside the opening', () => {
  it('takes everything back and shows again what has changed since the last reading', async () => {
    const story = storyOf({ own: true }, theirs);
    const before = Object.fromEntries(withoutNotes(story.kept.settings));
    const result = await story.link('laptop', { turns: edited(2) });

    expect(result).toMatchObject({ kind: 'changed', absorbed: story.absorbed });
    expect(Object.fromEntries(withoutNotes(story.kept.settings))).toEqual(before);
    expectInvariants(story, 'the link');
  });
});

describe('a link that is sent once more, or continued', () => {
  it('I1: sets aside what the absorbed account has got meanwhile, and says so', async () => {
    const story = storyOf({ own: true }, theirs);
    const result = await story.link('laptop', {
      turns: edited(6),
      of: { link: [{ kind: 'lost' }] },
    });

    expect(result).toMatchObject({ kind: 'done', remarks: { setAside: ['theme'] } });
    expect(Object.fromEntries(withoutNotes(story.kept.settings))).toEqual({
      own: true,
      locale: 'en',
      linked_archive: {
        'google-oauth2|115': { theme: 'light' },
        connections: { 'google-oauth2|115': 'google' },
      },
    });
    expectInvariants(story, 'the link');
  });

  it('I1: takes that back too when the tenant says no after all', async () => {
    const story = storyOf({ own: true }, theirs);
    await story.link('laptop', { turns: [], of: { link: [{ kind: 'offline' }] } });
    story.editAbsorbed('theme', 'light');
    await story.visit('laptop');
    story.tenant.advance(660_000);
    const refused = { link: [{ kind: 'status', code: 'rejected' } as const] };
    const result = await story.continue('laptop', 600_000, { turns: [], of: refused });

    expect(result).toEqual({ kind: 'notDone', code: 'rejected' });
    expect(Object.fromEntries(withoutNotes(story.kept.settings))).toEqual({ own: true });
    expect(story.absorbed?.settings.get('theme')).toBe('light');
  });

  it('keeps everything as it is when the absorbed account is gone', async () => {
    const story = storyOf({ own: true }, theirs);
    await story.link('laptop', { turns: [], of: { link: [{ kind: 'offline' }] } });
    await story.visit('laptop');
    story.block('absorbed');
    const { kept } = story;

    await expect(story.continue('laptop', 600_000)).resolves.toMatchObject({
      kind: 'open',
      code: 'second-blocked',
    });
    expect(story.kept).toBe(kept);
  });
});
