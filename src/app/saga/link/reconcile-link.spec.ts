import { sendWithinMs } from '../../identity/link/journal';
import { journalKey } from '../../identity/settings/reserved-settings';
import {
  after,
  before,
  cutShort,
  late,
  linked,
  none,
  scriptOf,
  toldNothing,
} from '../testing/cut-short';
import { usualProofMs } from '../testing/story';

describe('reconcileLink', () => {
  it('finds nothing where there is no journal', async () => {
    const { story } = await cutShort(0);

    await expect(story.visit('phone')).resolves.toEqual({ status: 'none' });
  });

  it('closes a link that has happened', async () => {
    const { story, settings } = await cutShort(before.closing);

    await expect(story.visit('phone')).resolves.toMatchObject({ status: 'closed' });
    expect(settings()).toEqual(linked);
  });

  it('mends what was lost meanwhile, and sets aside what was edited', async () => {
    const { story, settings } = await cutShort(before.closing);
    story.edit('locale', null);
    story.edit('theme', 'blue');

    await expect(story.visit('phone')).resolves.toMatchObject({
      status: 'closed',
      remarks: { setAside: ['theme'], lost: [] },
    });
    expect(settings()).toEqual({
      locale: 'en',
      theme: 'blue',
      linked_archive: {
        'auth0|ada': { theme: 'dark' },
        'google-oauth2|115': { theme: 'light' },
        connections: { 'google-oauth2|115': 'google' },
      },
    });
  });

  it.each([
    ['which was never sent', before.sending, {}],
    ['which may arrive', after.sending, late(99)],
    ['which was lost', after.sending, { link: [toldNothing] }],
  ])('leaves a link open, %s, and writes nothing', async (_case, crashAt, faults) => {
    const { story } = await cutShort(crashAt, faults);
    const { kept } = story;

    await expect(story.visit('phone')).resolves.toMatchObject({ status: 'open' });
    expect(story.kept).toBe(kept);
  });

  it('knows nothing, and writes nothing, when the account cannot be read', async () => {
    const { story } = await cutShort(before.closing);
    const { kept } = story;

    await expect(story.visit('phone', scriptOf(toldNothing))).resolves.toBeUndefined();
    expect(story.kept).toBe(kept);
  });

  it('removes the record of a link that was taken back only when it can no longer arrive', async () => {
    const { story, tenant } = await cutShort(after.sending, late(99));
    await story.visit('laptop');
    await story.takeBack('laptop');

    await expect(story.visit('phone')).resolves.toMatchObject({ status: 'undone' });
    tenant.advance(2 * sendWithinMs + 300_000);
    // It has arrived by then, and this visit is the one that mends what it brought.
    await expect(story.visit('phone')).resolves.toMatchObject({ status: 'closed' });
  });

  it('removes it, and believes nothing gone before it is', async () => {
    const { story, tenant, settings } = await cutShort(after.sending, { link: [toldNothing] });
    await story.visit('laptop');
    await story.takeBack('laptop');
    tenant.advance(2 * sendWithinMs + 300_000);

    const answerLost = scriptOf(none, toldNothing);
    await expect(story.visit('phone', answerLost)).resolves.toMatchObject({ status: 'undone' });
    await expect(story.visit('phone')).resolves.toEqual({ status: 'none' });
    expect(settings()).toEqual({ theme: 'dark' });
  });

  it('I1: mends a link that arrives while the record of it is removed', async () => {
    const { story, tenant, settings } = await cutShort(after.sending, { link: [toldNothing] });
    await story.visit('laptop');
    await story.takeBack('laptop');
    tenant.advance(2 * sendWithinMs + 300_000);
    // Later than any request should, and just before the second one of the visit.
    tenant.delay(
      () => tenant.link('auth0|ada', 'google-oauth2|115', tenant.now + usualProofMs),
      1,
      'link',
    );

    await expect(story.visit('phone')).resolves.toMatchObject({ status: 'closed' });
    expect(settings()).toEqual(linked);
  });

  it('leaves a journal alone that it cannot read', async () => {
    const { story, tenant } = await cutShort(0);
    tenant.edit('auth0|ada', journalKey, { v: 2 });

    await expect(story.visit('phone')).resolves.toEqual({ status: 'none' });
    expect(story.kept.settings.get(journalKey)).toEqual({ v: 2 });
  });
});
