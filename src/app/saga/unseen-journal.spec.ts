import type { Fault, FaultsByKind } from './testing/browser';
import { linked } from './testing/cut-short';
import { expectHonest, expectInvariants } from './testing/invariants';
import { storyOf, usualProofMs } from './testing/story';
import { withoutNotes } from './testing/without-notes';

const none: Fault = { kind: 'none' };
const lost: Fault = { kind: 'lost' };
const answerLost: Fault = { kind: 'answerLost' };
const late = (steps: number): Fault => ({ kind: 'late', steps });

/** A link with a merge, and what becomes of its requests. */
async function setUp(of: FaultsByKind) {
  const story = storyOf(
    { theme: 'dark' },
    { locale: 'en', theme: 'light' },
    new Map([['theme', 'theirs']]),
  );
  const result = await story.link('laptop', { turns: [], of });
  expectInvariants(story, 'the link');
  expectHonest(story, result);

  return { story, result };
}

describe('a link whose journal nobody has seen in the account', () => {
  it.each<[string, FaultsByKind]>([
    ['the opening is lost, and so is the connection', { settings: [lost], kept: [none, lost] }],
    ['the opening is lost each time', { settings: [lost, lost, lost] }],
  ])('I9: does not claim a journal that nobody has seen, when %s', async (_case, faults) => {
    const { story, result } = await setUp(faults);
    if (result?.kind !== 'open') throw new Error(result?.kind);
    expect(result).toMatchObject({ code: 'unreachable', isUnseen: true });
    expect(story.journal).toBeUndefined();
    const unread = { turns: [], of: { kept: [lost] } };
    const { journal } = result;

    await expect(story.continue('laptop', usualProofMs, unread, journal)).resolves.toEqual(result);
    await expect(story.continue('laptop', usualProofMs, { turns: [] }, journal)).resolves.toEqual({
      kind: 'notDone',
      code: 'unreachable',
    });
    await expect(story.link('laptop')).resolves.toMatchObject({ kind: 'done' });
    expect(story.tenant.links).toBe(1);
  });

  it('goes on from a journal that nobody has seen, and that has arrived', async () => {
    const { story, result } = await setUp({ settings: [answerLost], kept: [none, lost] });
    if (result?.kind !== 'open') throw new Error(result?.kind);
    expect(result.isUnseen).toBe(true);

    await expect(
      story.continue('laptop', usualProofMs, { turns: [] }, result.journal),
    ).resolves.toMatchObject({ kind: 'done' });
    expect(Object.fromEntries(withoutNotes(story.kept.settings))).toEqual(linked);
    expect(story.tenant.links).toBe(1);
  });

  it('I8: writes over no journal that arrives late, once the same is agreed to again', async () => {
    const { story, result } = await setUp({ settings: [late(3)], kept: [none, lost] });
    expect(result).toMatchObject({ kind: 'open', isUnseen: true });
    story.tenant.advance(300_000);
    const { journal } = story;
    expect(journal).toBeDefined();

    await expect(story.link('laptop')).resolves.toEqual({
      kind: 'notDone',
      code: 'unfinished-link',
    });
    expect(story.journal).toEqual(journal);
  });
});
