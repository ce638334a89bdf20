import {
  after,
  before,
  cutShort,
  journalIdOf,
  late,
  leaseLater,
  linked,
  none,
  scriptOf,
  toldNothing,
} from '../testing/cut-short';
import { expectHonest, expectInvariants } from '../testing/invariants';
import { usualProofMs } from '../testing/story';

describe('cancelLink', () => {
  it('REL-14: makes everything as it was when it was never sent', async () => {
    const { story, settings } = await cutShort(before.sending);
    story.browsers.laptop.note = {
      ...story.browsers.laptop.note,
      id: journalIdOf(story),
      step: 'prepared',
    };
    await story.visit('laptop');

    await expect(story.takeBack('laptop')).resolves.toEqual({ kind: 'notDone', code: 'undone' });
    expect(settings()).toEqual({ theme: 'dark' });
  });

  it('keeps what was edited since', async () => {
    const { story, settings } = await cutShort(before.sending);
    story.edit('theme', 'blue');
    await story.visit('laptop');
    await story.takeBack('laptop');

    expect(settings()).toMatchObject({ theme: 'blue' });
    expect(settings()).not.toHaveProperty('locale');
  });

  it('waits for the lease of another browser', async () => {
    const { story } = await cutShort(before.sending);
    await story.visit('phone');

    await expect(story.takeBack('phone')).resolves.toMatchObject({ code: 'busy-elsewhere' });
  });

  it('I1: goes by the journal as it is, not by the one that was shown long ago', async () => {
    const { story, tenant, settings } = await cutShort(before.sending);
    tenant.advance(leaseLater + 300_000);
    await story.visit('laptop');
    await story.visit('phone');
    const sends = scriptOf(none, none, none, { kind: 'late', steps: 99 });
    // The phone goes on, and its link is on its way when its page ends.
    await story.continue('phone', usualProofMs, { ...sends, crashAt: 7 });
    expect(tenant.awaits('link')).toBe(true);

    const shown = story.seen.get('laptop');
    if (shown === undefined) throw new Error('The laptop shows it.');
    const busy = await story.takeBack('laptop');
    expect(busy).toMatchObject({ kind: 'open', code: 'busy-elsewhere' });
    story.seen.set('laptop', shown);
    tenant.advance(leaseLater);
    expectHonest(story, await story.takeBack('laptop'));
    expectInvariants(story, 'taking back');
    tenant.advance(299_000);
    expectInvariants(story, 'the arrival');
    await story.visit('laptop');
    expect(settings()).toEqual(linked);
  });

  it('I1: does not take a link for unsent that another browser has sent since', async () => {
    const { story, tenant } = await cutShort(before.sending);
    story.browsers.laptop.note = { id: journalIdOf(story), step: 'prepared' };
    await story.visit('laptop');
    tenant.advance(leaseLater);
    await story.visit('phone');
    const sends = scriptOf(none, none, none, { kind: 'late', steps: 99 });
    await story.continue('phone', usualProofMs, { ...sends, crashAt: 7 });
    tenant.advance(leaseLater);

    expectHonest(story, await story.takeBack('laptop'));
    expect(story.journal?.phase).toBe('undone');
  });

  it('I1: nor a link that this browser went on with after another had sent it', async () => {
    const { story, tenant } = await cutShort(before.sending);
    story.browsers.laptop.note = { id: journalIdOf(story), step: 'prepared' };
    tenant.advance(leaseLater);
    await story.visit('phone');
    const sends = scriptOf(none, none, none, { kind: 'late', steps: 99 });
    await story.continue('phone', usualProofMs, { ...sends, crashAt: 7 });
    tenant.advance(leaseLater);
    await story.visit('laptop');
    // The page ends when it has written that it goes on, and before it hears of that.
    await story.continue('laptop', usualProofMs, { ...scriptOf(), crashAt: 5 });
    await story.visit('laptop');

    expectHonest(story, await story.takeBack('laptop'));
    expect(story.journal?.phase).toBe('undone');
  });

  it('I1: leaves the journal to mend what an undo takes that arrives after the link', async () => {
    const { story, settings } = await cutShort(after.sending, late(2));
    await story.visit('laptop');
    const answerless = scriptOf(none, { kind: 'late', steps: 2 });

    await expect(story.takeBack('laptop', answerless)).resolves.toMatchObject({
      kind: 'done',
      journal: 'left',
    });
    expectInvariants(story, 'taking back');
    await story.visit('phone');
    expect(settings()).toEqual(linked);
  });

  it('finishes a link that has arrived instead', async () => {
    const { story, tenant, settings } = await cutShort(after.sending, late(99));
    await story.visit('laptop');
    tenant.advance(300_000);

    await expect(story.takeBack('laptop')).resolves.toMatchObject({ kind: 'done' });
    expect(settings()).toEqual(linked);
  });

  it('leaves it open when the account cannot be read or written', async () => {
    const { story } = await cutShort(before.sending);
    await story.visit('laptop');
    const gone = scriptOf(toldNothing);

    await expect(story.takeBack('laptop', gone)).resolves.toMatchObject({ kind: 'open' });
    const refused = scriptOf(none, { kind: 'status', code: 'busy' });
    await expect(story.takeBack('laptop', refused)).resolves.toMatchObject({
      kind: 'open',
      code: 'busy',
    });
  });
});
