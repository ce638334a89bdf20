import { sendWithin } from '../identity/journal';
import { journalKey } from '../identity/reserved-settings';
import type { Fault } from './browser.model';
import { expectHonest, expectInvariants } from './invariants.model';
import { Story } from './story.model';

const none: Fault = { kind: 'none' };
const toldNothing: Fault = { kind: 'lost' };

/** When a page ends: before and after the effect of each request there is a wait. */
const before = { sending: 4, closing: 6 };
const after = { sending: 5 };

/** A link whose page ended; `faults`: what became of its requests. */
async function setUp(crashAt: number, faults: readonly Fault[] = []) {
  const story = new Story({
    first: new Map([['theme', 'dark']]),
    second: new Map([
      ['locale', 'en'],
      ['theme', 'light'],
    ]),
    decisions: new Map([['theme', 'theirs']]),
    direction: 'keepFirst',
    proofLasts: 36_000_000,
  });
  const ended = await story.link('laptop', { turns: faults.map((fault) => ({ fault })), crashAt });
  expect(ended).toBeUndefined();
  const { tenant } = story;
  const settings = () => Object.fromEntries(story.kept.settings);

  return { story, tenant, settings };
}

const linked = { locale: 'en', theme: 'light', linked_archive: { 'auth0|ada': { theme: 'dark' } } };
const leaseLater = sendWithin + 1;
const proof = 36_000_000;
const late = (steps: number): readonly Fault[] => [none, none, { kind: 'late', steps }];

describe('reconcileLink', () => {
  it('finds nothing where there is no journal', async () => {
    const { story } = await setUp(0);

    await expect(story.visit('phone')).resolves.toEqual({ status: 'none' });
  });

  it('closes a link that has happened', async () => {
    const { story, settings } = await setUp(before.closing);

    await expect(story.visit('phone')).resolves.toMatchObject({ status: 'closed' });
    expect(settings()).toEqual(linked);
  });

  it('mends what was lost meanwhile, and sets aside what was edited', async () => {
    const { story, settings } = await setUp(before.closing);
    story.edit('locale', null);
    story.edit('theme', 'blue');

    await expect(story.visit('phone')).resolves.toMatchObject({
      status: 'closed',
      remarks: { setAside: ['theme'], lost: [] },
    });
    expect(settings()).toEqual({
      locale: 'en',
      theme: 'blue',
      linked_archive: { 'auth0|ada': { theme: 'dark' }, 'google-oauth2|115': { theme: 'light' } },
    });
  });

  it.each([
    ['which was never sent', before.sending, []],
    ['which may arrive', after.sending, late(99)],
    ['which was lost', after.sending, [none, none, toldNothing]],
  ])('leaves a link open, %s, and writes nothing', async (_case, crashAt, faults) => {
    const { story } = await setUp(crashAt, faults);
    const { kept } = story;

    await expect(story.visit('phone')).resolves.toMatchObject({ status: 'open' });
    expect(story.kept).toBe(kept);
  });

  it('knows nothing, and writes nothing, when the account cannot be read', async () => {
    const { story } = await setUp(before.closing);
    const { kept } = story;

    await expect(
      story.visit('phone', { turns: [{ fault: toldNothing }] }),
    ).resolves.toBeUndefined();
    expect(story.kept).toBe(kept);
  });

  it('removes the record of a link that was taken back only when it can no longer arrive', async () => {
    const { story, tenant } = await setUp(after.sending, late(99));
    await story.visit('laptop');
    await story.takeBack('laptop');

    await expect(story.visit('phone')).resolves.toMatchObject({ status: 'undone' });
    tenant.advance(2 * sendWithin + 300_000);
    // It has arrived by then, and this visit is the one that mends what it brought.
    await expect(story.visit('phone')).resolves.toMatchObject({ status: 'closed' });
  });

  it('removes it, and believes nothing gone before it is', async () => {
    const { story, tenant, settings } = await setUp(after.sending, [none, none, toldNothing]);
    await story.visit('laptop');
    await story.takeBack('laptop');
    tenant.advance(2 * sendWithin + 300_000);

    const answerLost = { turns: [{ fault: none }, { fault: toldNothing }] };
    await expect(story.visit('phone', answerLost)).resolves.toMatchObject({ status: 'undone' });
    await expect(story.visit('phone')).resolves.toEqual({ status: 'none' });
    expect(settings()).toEqual({ theme: 'dark' });
  });

  it('I1: mends a link that arrives while the record of it is removed', async () => {
    const { story, tenant, settings } = await setUp(after.sending, [none, none, toldNothing]);
    await story.visit('laptop');
    await story.takeBack('laptop');
    tenant.advance(2 * sendWithin + 300_000);
    // Later than any request should, and just before the second one of the visit.
    tenant.delay(
      () => tenant.link('auth0|ada', 'google-oauth2|115', tenant.now + proof),
      1,
      'link',
    );

    await expect(story.visit('phone')).resolves.toMatchObject({ status: 'closed' });
    expect(settings()).toEqual(linked);
  });

  it('leaves a journal alone that it cannot read', async () => {
    const { story, tenant } = await setUp(0);
    tenant.edit('auth0|ada', journalKey, { v: 2 });

    await expect(story.visit('phone')).resolves.toEqual({ status: 'none' });
    expect(story.kept.settings.get(journalKey)).toEqual({ v: 2 });
  });
});

describe('continueLink', () => {
  it('REL-14: ends linked, in the browser that began', async () => {
    const { story, settings } = await setUp(before.sending);
    await story.visit('laptop');

    await expect(story.continue('laptop', proof)).resolves.toMatchObject({ result: 'done' });
    expect(settings()).toEqual(linked);
  });

  it('REL-44: takes over from a page that is gone only after its lease', async () => {
    const { story, tenant, settings } = await setUp(before.sending);
    await story.visit('phone');

    await expect(story.continue('phone', proof)).resolves.toMatchObject({ code: 'busy-elsewhere' });
    tenant.advance(11 * 60_000);
    await expect(story.continue('phone', proof)).resolves.toMatchObject({ result: 'done' });
    expect(settings()).toEqual(linked);
  });

  it('closes a link that arrives meanwhile, and does not send it again', async () => {
    const { story, tenant, settings } = await setUp(after.sending, late(1));
    await story.visit('laptop');
    const { requests } = tenant;

    await expect(story.continue('laptop', proof)).resolves.toMatchObject({ result: 'done' });
    expect(tenant.requests - requests).toBe(2);
    expect(settings()).toEqual(linked);
  });

  it('does not revive a link that was taken back elsewhere', async () => {
    const { story, tenant } = await setUp(after.sending, [none, none, toldNothing]);
    await story.visit('laptop');
    tenant.advance(leaseLater);
    await story.visit('phone');
    await story.takeBack('phone');

    await expect(story.continue('laptop', proof)).resolves.toEqual({
      result: 'notDone',
      code: 'undone',
    });
    expect(tenant.links).toBe(0);
  });

  it('says what is so when another device has finished it', async () => {
    const { story } = await setUp(before.sending);
    await story.visit('laptop');
    story.seen.forEach((journal) => story.seen.set('phone', journal));
    await story.takeBack('laptop');

    await expect(story.continue('phone', proof)).resolves.toEqual({
      result: 'notDone',
      code: 'undone',
    });
  });

  it('I1: keeps the journal when it is refused, and the link of the page before may arrive', async () => {
    const { story, tenant, settings } = await setUp(after.sending, late(99));
    await story.visit('laptop');
    const refused = [none, none, none, { kind: 'status', code: 'rejected' } as const].map(asTurn);

    expectHonest(story, await story.continue('laptop', proof, { turns: refused }));
    expect(story.journal?.phase).toBe('undone');
    tenant.advance(300_000);
    await story.visit('laptop');
    expect(settings()).toEqual(linked);
  });

  it('takes everything back when it is refused, and nothing can arrive any more', async () => {
    const { story, tenant, settings } = await setUp(before.sending);
    tenant.advance(2 * sendWithin + 300_000);
    await story.visit('laptop');
    const refused = [none, none, none, { kind: 'status', code: 'rejected' } as const].map(asTurn);

    await expect(story.continue('laptop', proof, { turns: refused })).resolves.toEqual({
      result: 'notDone',
      code: 'rejected',
    });
    expect(settings()).toEqual({ theme: 'dark' });
  });

  it('goes no further when it cannot say in the journal that it goes on', async () => {
    const { story, tenant } = await setUp(before.sending);
    await story.visit('laptop');
    const turns = [none, none, toldNothing].map((fault) => ({ fault }));

    await expect(story.continue('laptop', proof, { turns })).resolves.toMatchObject({
      result: 'open',
      code: 'unreachable',
    });
    expect(tenant.links).toBe(0);
  });
});

describe('takeBackLink', () => {
  it('REL-14: makes everything as it was when it was never sent', async () => {
    const { story, settings } = await setUp(before.sending);
    story.browsers.laptop.note = {
      ...story.browsers.laptop.note,
      id: idOf(story),
      step: 'prepared',
    };
    await story.visit('laptop');

    await expect(story.takeBack('laptop')).resolves.toEqual({ result: 'notDone', code: 'undone' });
    expect(settings()).toEqual({ theme: 'dark' });
  });

  it('keeps what was edited since', async () => {
    const { story, settings } = await setUp(before.sending);
    story.edit('theme', 'blue');
    await story.visit('laptop');
    await story.takeBack('laptop');

    expect(settings()).toMatchObject({ theme: 'blue' });
    expect(settings()).not.toHaveProperty('locale');
  });

  it('waits for the lease of another browser', async () => {
    const { story } = await setUp(before.sending);
    await story.visit('phone');

    await expect(story.takeBack('phone')).resolves.toMatchObject({ code: 'busy-elsewhere' });
  });

  it('I1: goes by the journal as it is, not by the one that was shown long ago', async () => {
    const { story, tenant, settings } = await setUp(before.sending);
    tenant.advance(leaseLater + 300_000);
    await story.visit('laptop');
    await story.visit('phone');
    const sends = { turns: [none, none, none, late(99)[2] ?? none].map((fault) => ({ fault })) };
    // The phone goes on, and its link is on its way when its page ends.
    await story.continue('phone', proof, { ...sends, crashAt: 7 });
    expect(tenant.awaits('link')).toBe(true);

    const shown = story.seen.get('laptop');
    if (shown === undefined) throw new Error('The laptop shows it.');
    const busy = await story.takeBack('laptop');
    expect(busy).toMatchObject({ result: 'open', code: 'busy-elsewhere' });
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
    const { story, tenant } = await setUp(before.sending);
    story.browsers.laptop.note = { id: idOf(story), step: 'prepared' };
    await story.visit('laptop');
    tenant.advance(leaseLater);
    await story.visit('phone');
    const sends = { turns: [none, none, none, late(99)[2] ?? none].map((fault) => ({ fault })) };
    await story.continue('phone', proof, { ...sends, crashAt: 7 });
    tenant.advance(leaseLater);

    expectHonest(story, await story.takeBack('laptop'));
    expect(story.journal?.phase).toBe('undone');
  });

  it('I1: nor a link that this browser went on with after another had sent it', async () => {
    const { story, tenant } = await setUp(before.sending);
    story.browsers.laptop.note = { id: idOf(story), step: 'prepared' };
    tenant.advance(leaseLater);
    await story.visit('phone');
    const sends = { turns: [none, none, none, late(99)[2] ?? none].map((fault) => ({ fault })) };
    await story.continue('phone', proof, { ...sends, crashAt: 7 });
    tenant.advance(leaseLater);
    await story.visit('laptop');
    // The page ends when it has written that it goes on, and before it hears of that.
    await story.continue('laptop', proof, { turns: [], crashAt: 5 });
    await story.visit('laptop');

    expectHonest(story, await story.takeBack('laptop'));
    expect(story.journal?.phase).toBe('undone');
  });

  it('I1: leaves the journal to mend what an undo takes that arrives after the link', async () => {
    const { story, settings } = await setUp(after.sending, late(2));
    await story.visit('laptop');
    const answerless = [none, { kind: 'late', steps: 2 } as const].map(asTurn);

    await expect(story.takeBack('laptop', { turns: answerless })).resolves.toMatchObject({
      result: 'done',
      journal: 'left',
    });
    expectInvariants(story, 'taking back');
    await story.visit('phone');
    expect(settings()).toEqual(linked);
  });

  it('finishes a link that has arrived instead', async () => {
    const { story, tenant, settings } = await setUp(after.sending, late(99));
    await story.visit('laptop');
    tenant.advance(300_000);

    await expect(story.takeBack('laptop')).resolves.toMatchObject({ result: 'done' });
    expect(settings()).toEqual(linked);
  });

  it('leaves it open when the account cannot be read or written', async () => {
    const { story } = await setUp(before.sending);
    await story.visit('laptop');
    const gone = { turns: [{ fault: toldNothing }] };

    await expect(story.takeBack('laptop', gone)).resolves.toMatchObject({ result: 'open' });
    const refused = { turns: [none, { kind: 'status', code: 'busy' } as const].map(asTurn) };
    await expect(story.takeBack('laptop', refused)).resolves.toMatchObject({
      result: 'open',
      code: 'busy',
    });
  });
});

const asTurn = (fault: Fault) => ({ fault });
const idOf = ({ journal }: Story): string => journal?.id ?? '';
