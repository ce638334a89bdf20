import { sendWithinMs } from '../../identity/link/journal';
import {
  after,
  before,
  cutShort,
  late,
  leaseLater,
  linked,
  none,
  scriptOf,
  toldNothing,
} from '../testing/cut-short';
import { expectHonest } from '../testing/invariants';
import { usualProofMs } from '../testing/story';

describe('continueLink', () => {
  it('REL-14: ends linked, in the browser that began', async () => {
    const { story, settings } = await cutShort(before.sending);
    await story.visit('laptop');

    await expect(story.continue('laptop', usualProofMs)).resolves.toMatchObject({ kind: 'done' });
    expect(settings()).toEqual(linked);
  });

  it('REL-44: takes over from a page that is gone only after its lease', async () => {
    const { story, tenant, settings } = await cutShort(before.sending);
    await story.visit('phone');

    await expect(story.continue('phone', usualProofMs)).resolves.toMatchObject({
      code: 'busy-elsewhere',
    });
    tenant.advance(11 * 60_000);
    await expect(story.continue('phone', usualProofMs)).resolves.toMatchObject({ kind: 'done' });
    expect(settings()).toEqual(linked);
  });

  it('closes a link that arrives meanwhile, and does not send it again', async () => {
    const { story, tenant, settings } = await cutShort(after.sending, late(1));
    await story.visit('laptop');
    const { requests } = tenant;

    await expect(story.continue('laptop', usualProofMs)).resolves.toMatchObject({ kind: 'done' });
    expect(tenant.requests - requests).toBe(4);
    expect(settings()).toEqual(linked);
  });

  it('does not revive a link that was taken back elsewhere', async () => {
    const { story, tenant } = await cutShort(after.sending, { link: [toldNothing] });
    await story.visit('laptop');
    tenant.advance(leaseLater);
    await story.visit('phone');
    await story.takeBack('phone');

    await expect(story.continue('laptop', usualProofMs)).resolves.toEqual({
      kind: 'notDone',
      code: 'undone',
    });
    expect(tenant.links).toBe(0);
  });

  it('says what is so when another device has finished it', async () => {
    const { story } = await cutShort(before.sending);
    await story.visit('laptop');
    story.seen.forEach((journal) => story.seen.set('phone', journal));
    await story.takeBack('laptop');

    await expect(story.continue('phone', usualProofMs)).resolves.toEqual({
      kind: 'notDone',
      code: 'undone',
    });
  });

  it('I1: keeps the journal when it is refused, and the link of the page before may arrive', async () => {
    const { story, tenant, settings } = await cutShort(after.sending, late(99));
    await story.visit('laptop');
    const refused = scriptOf(none, none, none, { kind: 'status', code: 'rejected' });

    expectHonest(story, await story.continue('laptop', usualProofMs, refused));
    expect(story.journal?.phase).toBe('undone');
    tenant.advance(300_000);
    await story.visit('laptop');
    expect(settings()).toEqual(linked);
  });

  it('takes everything back when it is refused, and nothing can arrive any more', async () => {
    const { story, tenant, settings } = await cutShort(before.sending);
    tenant.advance(2 * sendWithinMs + 300_000);
    await story.visit('laptop');
    const refused = scriptOf(none, none, none, { kind: 'status', code: 'rejected' });

    await expect(story.continue('laptop', usualProofMs, refused)).resolves.toEqual({
      kind: 'notDone',
      code: 'rejected',
    });
    expect(settings()).toEqual({ theme: 'dark' });
  });

  it('goes no further when it cannot say in the journal that it goes on', async () => {
    const { story, tenant } = await cutShort(before.sending);
    await story.visit('laptop');
    const script = scriptOf(none, none, toldNothing);

    await expect(story.continue('laptop', usualProofMs, script)).resolves.toMatchObject({
      kind: 'open',
      code: 'unreachable',
    });
    expect(tenant.links).toBe(0);
  });
});
