import type { Identity } from '../identity/identity';
import { journalJson } from '../identity/link/journal';
import { openJournal } from '../identity/link/journal-opening';
import { accountWith } from '../identity/testing/accounts';
import type { Fault, Turn } from './testing/browser';
import { startMs, storyOf, usualProofMs } from './testing/story';
import { withoutNotes } from './testing/without-notes';

const calm: Turn = { fault: { kind: 'none' } };
const before = { theme: 'dark' };

/** Both accounts are read, and the opening is written beside one more look. */
const opened = [calm, calm, calm, calm];

/** The journal of another device, which brings `shared` as well, and overwrites ours without having seen it. */
const journal = journalJson(
  openJournal(new Map(Object.entries(before)), new Map([['shared', 'same']]), {
    id: 'of another device',
    subject: 'github|7',
    connection: 'github',
    by: 'phone',
    nowMs: startMs,
    tokenExpiresAtMs: startMs + usualProofMs,
  }),
);
const overwritten = (fault: Fault): Turn => ({ fault, edit: ['acct_link', journal] });

/** The other device has closed its link, and our journal with it. */
const gone: Turn = { fault: { kind: 'status', code: 'forbidden' }, edit: ['acct_link', null] };
const github = accountWith('github|7').identities[0];

/** Links an account that brings `locale` and `shared`; `joined`: what the kept account gets from elsewhere meanwhile. */
async function setUp(turns: readonly Turn[], joined: readonly Identity[] = []) {
  const story = storyOf(before, { locale: 'en', shared: 'same' });
  const { tenant } = story;
  tenant.onChange = () => {
    if (joined.length === 0) return;
    const { kept } = story;
    tenant.accounts.set(kept.userId, { ...kept, identities: [kept.identities[0], ...joined] });
  };
  const result = await story.link('laptop', { turns });

  return { story, result, settings: Object.fromEntries(withoutNotes(story.kept.settings)) };
}

describe('runLink, when another device has written over its journal', () => {
  it('REL-31: takes back what only it has written when the link is refused', async () => {
    const refused = overwritten({ kind: 'status', code: 'forbidden' });
    const { result, settings } = await setUp([...opened, refused]);

    expect(result).toEqual({ kind: 'notDone', code: 'forbidden' });
    expect(settings).toEqual({ ...before, shared: 'same', acct_link: journal });
  });

  it('REL-31: takes it back when it learns of the other device before it has linked', async () => {
    const { result, settings } = await setUp([
      calm,
      calm,
      { fault: { kind: 'answerLost' } },
      calm,
      overwritten({ kind: 'none' }),
    ]);

    expect(result).toEqual({ kind: 'notDone', code: 'other-link' });
    expect(settings).toEqual({ ...before, shared: 'same', acct_link: journal });
  });

  it('REL-31: links, and leaves the other journal alone', async () => {
    const closing = overwritten({ kind: 'answerLost' });
    const { story, result, settings } = await setUp([...opened, closing]);

    expect(story.isLinked).toBe(true);
    expect(result).toMatchObject({ kind: 'done', remarks: { setAside: [], lost: [] } });
    expect(settings).toEqual({ ...before, locale: 'en', shared: 'same', acct_link: journal });
  });

  it('I1, I2: takes back what it has written when its journal is gone, and nobody else has linked', async () => {
    const { result, settings } = await setUp([...opened, gone]);

    expect(result).toEqual({ kind: 'notDone', code: 'forbidden' });
    expect(settings).toEqual(before);
  });

  it('I1, I2: sets a copy aside for the account that has joined meanwhile, since both may have brought it', async () => {
    const { result, settings } = await setUp([...opened, gone], [github]);

    expect(result).toEqual({ kind: 'notDone', code: 'forbidden' });
    expect(settings).toEqual({
      ...before,
      linked_archive: {
        'github|7': { locale: 'en', shared: 'same' },
        connections: { 'github|7': 'github' },
      },
    });
  });

  it('I1: changes nothing while its link may still arrive', async () => {
    const { result, settings } = await setUp([
      ...opened,
      { fault: { kind: 'lost' } },
      calm,
      calm,
      calm,
      overwritten({ kind: 'status', code: 'forbidden' }),
    ]);

    expect(result).toEqual({ kind: 'unknown', code: 'forbidden' });
    expect(settings).toEqual({ ...before, locale: 'en', shared: 'same', acct_link: journal });
  });
});
