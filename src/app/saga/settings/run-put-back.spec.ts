import fc from 'fast-check';

import { sameJson, type Settings } from '../../identity/json';
import { archivedFor } from '../../identity/settings/settings-archive';
import { accountWith } from '../../identity/testing/accounts';
import { fuzzed, fuzzTimeoutMs } from '../../identity/testing/fuzz';
import { Crash, ModelBrowser, smooth, type Fault, type Script } from '../testing/browser';
import { anyLonelyScript } from '../testing/stories';
import { startMs } from '../testing/story';
import { ModelTenant } from '../testing/tenant';
import type { SettingsPort } from './converge-settings';
import { runPutBack, type PutBackResult } from './run-put-back';

const holder = 'auth0|ada';
const owner = 'google-oauth2|115';
const aside: Settings = new Map([
  ['theme', 'light'],
  ['locale', 'en'],
]);
const archive = { [owner]: Object.fromEntries(aside), 'github|7': { theme: 'old' } };
const others = { linked_archive: { 'github|7': { theme: 'old' } } };
const none: Fault = { kind: 'none' };
const lost: Fault = { kind: 'answerLost' };
const forbidden: Fault = { kind: 'status', code: 'forbidden' };
const faults = (...list: Fault[]): Script => ({ turns: list.map((fault) => ({ fault })) });

/** Somebody's account holds settings of another that was unlinked, and which has these of its own by now. */
function setUp(owned: Settings = new Map(), journal?: string) {
  const held = new Map<string, string | typeof archive>([['linked_archive', archive]]);
  if (journal !== undefined) held.set('acct_link', journal);
  const tenant = new ModelTenant([accountWith(holder, held), accountWith(owner, owned)], startMs);
  const page = (kept: string, script: Script) =>
    new ModelBrowser('laptop', tenant).page(
      { direction: 'keepFirst', kept, absorbed: 'nobody', proofExpiresAtMs: startMs },
      script,
    );

  return {
    tenant,
    held: () => Object.fromEntries(tenant.account(holder).settings),
    owned: () => Object.fromEntries(tenant.account(owner).settings),
    putBack: (
      atHolder: Script = smooth,
      atOwner: Script = smooth,
      what: { readonly key?: string } = {},
    ): Promise<PutBackResult> => {
      const portOf = (kept: string, script: Script): SettingsPort => {
        const port = page(kept, script);

        return { ...port, read: () => port.readKept() };
      };

      return runPutBack(
        { holder: portOf(holder, atHolder), owner: portOf(owner, atOwner) },
        owner,
        { reserved: [], ...what },
      );
    },
  };
}

const done = { kind: 'done', back: ['theme', 'locale'], stays: [], archive: 'cleared' };

describe('runPutBack', () => {
  it('REL-38: writes the settings into their own account, and then takes them out of the other', async () => {
    const { tenant, held, owned, putBack } = setUp();
    const written: string[] = [];
    tenant.onChange = () => written.push(JSON.stringify([held(), owned()]));

    await expect(putBack()).resolves.toEqual(done);
    expect(written).toEqual([
      JSON.stringify([{ linked_archive: archive }, Object.fromEntries(aside)]),
      JSON.stringify([others, Object.fromEntries(aside)]),
    ]);
  });

  it('puts back one value alone, and leaves the others saved', async () => {
    const { held, owned, putBack } = setUp();
    await expect(putBack(smooth, smooth, { key: 'theme' })).resolves.toEqual({
      ...done,
      back: ['theme'],
    });

    expect(owned()).toEqual({ theme: aside.get('theme') });
    expect(held()).toEqual({
      linked_archive: { ...others.linked_archive, [owner]: { locale: aside.get('locale') } },
    });
  });

  it('leaves alone what that account has by now', async () => {
    const { held, owned, putBack } = setUp(new Map([['theme', 'sepia']]));

    await expect(putBack()).resolves.toMatchObject({ back: ['locale'], stays: ['theme'] });
    expect(owned()).toEqual({ theme: 'sepia', locale: 'en' });
    expect(held()).toEqual({ linked_archive: { ...archive, [owner]: { theme: 'light' } } });
  });

  it.each<[string, Script, Script, object]>([
    ['a lost answer of that account', smooth, faults(none, lost), done],
    ['a lost answer of this one', faults(none, none, lost), smooth, done],
    [
      'a refusal here, after which the settings are in both',
      faults(none, none, forbidden),
      smooth,
      { ...done, archive: 'left' },
    ],
    ['a refusal there', smooth, faults(none, forbidden), { kind: 'notDone', code: 'forbidden' }],
    [
      'settings that the tenant does not take',
      smooth,
      faults(none, { kind: 'status', code: 'rejected' }),
      { kind: 'notDone', code: 'settings-refused' },
    ],
    ['no connection', smooth, faults(none, { kind: 'offline' }), { code: 'offline' }],
    ['an account that cannot be read', faults(lost), smooth, { kind: 'notDone' }],
    [
      'silence, after which nobody knows',
      smooth,
      faults(none, lost, { kind: 'lost' }),
      { kind: 'unknown', code: 'unreachable' },
    ],
    [
      'a refusal after silence, when the first try may arrive',
      smooth,
      faults(none, { kind: 'late', steps: 20 }, none, forbidden),
      { kind: 'unknown', code: 'forbidden' },
    ],
  ])('is honest about %s', async (_case, atHolder, atOwner, expected) => {
    const { putBack } = setUp();

    await expect(putBack(atHolder, atOwner)).resolves.toMatchObject(expected);
  });

  it('does nothing while a link of the account is not finished', async () => {
    const { owned, putBack } = setUp(new Map(), 'a journal');

    await expect(putBack()).resolves.toEqual({ kind: 'notDone', code: 'unfinished-link' });
    expect(owned()).toEqual({});
  });

  it(
    'I1, I4: has every value in one of the two, whatever happens, and comes to the same end when repeated',
    async () => {
      await fc.assert(
        fc.asyncProperty(anyLonelyScript, anyLonelyScript, async (atHolder, atOwner) => {
          const { tenant, held, owned, putBack } = setUp();
          const isKept = ([key, value]: [string, unknown]): boolean =>
            [owned()[key], archivedFor(tenant.account(holder).settings, owner).get(key)].some(
              (one) => sameJson(one, value as string),
            );
          tenant.onChange = (what) => {
            if (![...aside].every(isKept)) throw new Error(`Something is lost after ${what}.`);
          };
          await putBack(atHolder, atOwner).catch((error: unknown) => {
            if (!(error instanceof Crash)) throw error;
          });
          tenant.settleWrites();

          await expect(putBack()).resolves.toMatchObject({ kind: 'done', stays: [] });
          expect([held(), owned()]).toEqual([others, Object.fromEntries(aside)]);
        }),
        fuzzed(500),
      );
    },
    fuzzTimeoutMs,
  );
});
