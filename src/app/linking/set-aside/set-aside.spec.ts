import { TestBed } from '@angular/core/testing';

import type { Account } from '../../identity/account';
import type { Json, Settings } from '../../identity/json';
import { fingerprint } from '../../identity/settings/fingerprint';
import type { SettingsArchive } from '../../identity/settings/settings-archive';
import { described } from '../testing/described-settings';
import { SetAside } from './set-aside';

const account: Account = {
  userId: 'auth0|ada',
  profile: { email: 'ada@example.com' },
  identities: [
    { provider: 'auth0', userId: 'ada', connection: 'Users', profile: {} },
    {
      provider: 'google-oauth2',
      userId: '1150001234',
      connection: 'google',
      profile: { email: 'ada@gmail.com' },
    },
  ],
  settings: new Map(),
  hasAppMetadata: false,
};
const sms = { name: 'text', strategy: 'sms', label: 'SMS code', transport: 'auto' as const };
const archive: SettingsArchive = new Map<string, Settings>([
  ['google-oauth2|1150001234', new Map([['theme', 'light']])],
  ['auth0|ada', new Map([['language', 'en']])],
  ['sms|15550100', new Map([['alerts', { sms: true }]])],
]);

async function setUp(given: SettingsArchive = archive, busy = false, more: object = {}) {
  const fixture = TestBed.createComponent(SetAside);
  const inputs = { archive: given, account, connections: [sms], busy, ...more };
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  const [used, removed, putBack] = [jest.fn(), jest.fn(), jest.fn()];
  fixture.componentInstance.used.subscribe(used);
  fixture.componentInstance.removed.subscribe(removed);
  fixture.componentInstance.putBack.subscribe(putBack);
  const root = fixture.nativeElement as HTMLElement;
  document.body.replaceChildren(root);
  await fixture.whenStable();
  const folded = textOf(root);
  const details = root.querySelector('details');
  if (details !== null) {
    details.open = true;
    details.dispatchEvent(new Event('toggle'));
    await fixture.whenStable();
  }
  const entries = () => [...root.querySelectorAll('app-aside-entry')];
  const button = (name: string) =>
    [...root.querySelectorAll<HTMLButtonElement>('button')].find((each) => textOf(each) === name);

  return {
    root,
    folded,
    sources: () => [...root.querySelectorAll('h3')].map(textOf),
    used,
    removed,
    putBack,
    entries: () => entries().map(textOf),
    button,
    press: async (name: string) => {
      button(name)?.click();
      await fixture.whenStable();
    },
  };
}

const textOf = (element: Element | null): string =>
  element?.textContent.replaceAll(/\s+/g, ' ').trim() ?? '';

describe('SetAside', () => {
  it('is not there while nothing is set aside', async () => {
    const nothing = await setUp(new Map([['sms|1', new Map<string, never>()]]));

    expect(textOf(nothing.root)).toBe('');
  });

  it('says what is set aside, and of which account', async () => {
    const { root, folded, sources, entries } = await setUp();

    expect(textOf(root.querySelector('h2'))).toBe('Saved values');
    expect(folded).toMatch(/^Saved values ?3 ?Theme, Language, and Alerts$/);
    expect(sources()).toEqual([
      'Google ada@gmail.com',
      'This account, before a link',
      "SMS code account that isn't linked now",
    ]);
    expect(entries()).toEqual([
      expect.stringMatching(/^Theme ?light ?Use this instead ?Delete$/),
      expect.stringMatching(/^Language ?en ?Use this instead ?Delete$/),
      expect.stringMatching(/^Alerts ?Sms ?On ?Use this instead ?Copy back to SMS code ?Delete$/),
    ]);
  });

  it('says what else an account that left gets back, and what is not known any more', async () => {
    const brought = { 'sms|15550100': { tags: [['a']], zoom: fingerprint(2), city: 'other' } };
    const settings: Settings = new Map<string, Json>([
      ['tags', ['a', 'b']],
      ['zoom', 2],
      ['city', 'London'],
      ['linked_archive', { brought }],
    ]);
    const { root, folded, press, putBack } = await setUp(new Map(), false, {
      account: { ...account, settings },
    });

    expect(folded).toMatch(/^Saved values ?2 ?Tags and Zoom$/);
    expect(textOf(root)).toContain('They are copied back along with the rest: Tags and Zoom.');
    expect(textOf(root)).toContain("so we don't know that account's own value any more: City.");
    expect(textOf(root)).not.toContain('kept here and not used');
    await press('Copy all back');
    expect(putBack).toHaveBeenCalledWith(expect.objectContaining({ owner: 'sms|15550100' }));
  });

  it('says nothing of what a method that is linked has brought', async () => {
    const brought = { 'google-oauth2|1150001234': { tags: [['a']] } };
    const settings: Settings = new Map<string, Json>([['linked_archive', { brought }]]);
    const { root } = await setUp(new Map(), false, { account: { ...account, settings } });

    expect(textOf(root)).toBe('');
  });

  it('takes a value into use, and leaves the focus on the line', async () => {
    const { root, used, press } = await setUp();
    await press('Use this instead');

    expect(used.mock.calls).toEqual([
      [{ subject: 'google-oauth2|1150001234', key: 'theme', value: 'light' }],
    ]);
    expect(document.activeElement).toBe(root.querySelector('summary'));
  });

  it('offers for what belongs to the site only to delete it', async () => {
    const { entries } = await setUp(archive, false, { reserved: ['alerts'] });

    expect(entries()[2]).toMatch(/^Alerts ?Sms ?On ?Delete$/);
  });

  it('copies several values back at once', async () => {
    const two = new Map([
      [
        'sms|15550100',
        new Map([
          ['a', 1],
          ['b', 2],
        ]),
      ],
    ]);
    const { putBack, press } = await setUp(two);
    await press('Copy all back');
    await press('Copy back to SMS code');

    expect(putBack.mock.calls).toEqual([
      [{ holder: account.userId, owner: 'sms|15550100', connection: sms }],
      [{ holder: account.userId, owner: 'sms|15550100', connection: sms, key: 'a' }],
    ]);
  });

  it('counts what the site hides', async () => {
    described({ flags: { isHidden: true } });
    const settings: Settings = new Map([
      ['theme', 'light'],
      ['flags', 'x'],
    ]);
    const { root, entries } = await setUp(new Map([['google-oauth2|1150001234', settings]]));

    expect(entries()).toEqual([expect.stringMatching(/^Theme ?light/)]);
    expect(textOf(root)).toContain('1 other setting');
  });

  it.each<[string, ReadonlyMap<string, string>, RegExp, string, string]>([
    [
      'by which it was linked',
      new Map([['auth0|other', 'Staff']]),
      /^Staff login account that isn't linked now$/,
      'Copy back to Staff login',
      'Staff',
    ],
    [
      'that a person chooses, where nobody can know',
      new Map(),
      /^auth0 account that isn't linked now$/,
      'Copy back with Customer login',
      'Customers',
    ],
  ])('asks at the connection %s', async (_case, linkedBy, name, action, connection) => {
    const databaseOf = (database: string, label: string) => ({
      name: database,
      strategy: 'auth0',
      label,
      transport: 'auto' as const,
    });
    const connections = [
      databaseOf('Customers', 'Customer login'),
      databaseOf('Staff', 'Staff login'),
    ];
    const aside = new Map([['auth0|other', new Map([['theme', 'light']])]]);
    const { sources, press, putBack } = await setUp(aside, false, { linkedBy, connections });
    expect(sources()).toEqual([expect.stringMatching(name)]);
    await press(action);

    expect(putBack).toHaveBeenCalledWith(
      expect.objectContaining({
        owner: 'auth0|other',
        connection: expect.objectContaining({ name: connection }) as unknown,
      }),
    );
  });

  it('asks once more before anything is removed', async () => {
    const { removed, entries, press } = await setUp();
    await press('Delete');
    expect(entries()[0]).toContain('Delete this value for good?');
    expect(removed).not.toHaveBeenCalled();
    await press('Delete for good');

    expect(removed.mock.calls).toEqual([[{ subject: 'google-oauth2|1150001234', key: 'theme' }]]);
  });

  it('removes nothing when the person thinks better of it, and keeps the focus near', async () => {
    const { removed, button, press } = await setUp();
    await press('Delete');
    expect(document.activeElement).toBe(button('Keep'));
    await press('Keep');

    expect(removed).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(button('Delete'));
  });

  it('leaves the focus on the line when something is removed', async () => {
    const { root, press } = await setUp();
    await press('Delete');
    await press('Delete for good');

    expect(document.activeElement).toBe(root.querySelector('summary'));
  });

  it('asks for no second removal while one is on its way', async () => {
    expect((await setUp(archive, true)).button('Delete')?.disabled).toBe(true);
  });

  it('REL-38: puts back what comes from an account that is separate, and can be proven', async () => {
    const { root, putBack, press } = await setUp();
    expect(textOf(root).match(/Copy back/g)).toHaveLength(1);
    await press('Copy back to SMS code');

    expect(putBack.mock.calls).toEqual([
      [{ holder: account.userId, owner: 'sms|15550100', connection: sms, key: 'alerts' }],
    ]);
  });

  it('lets the person have the values in a file', async () => {
    const { press } = await setUp();
    const saved: string[] = [];
    URL.createObjectURL = () => 'blob:1';
    URL.revokeObjectURL = jest.fn();
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      saved.push(this.download);
    });
    await press('Download');

    expect(saved).toEqual(['ligature-set-aside-google-oauth2-1234.json']);
  });
});
