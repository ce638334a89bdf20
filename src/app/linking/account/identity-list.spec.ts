import { TestBed } from '@angular/core/testing';

import type { Account } from '../../identity/account';
import { IdentityList } from './identity-list';

const password = { provider: 'auth0', userId: 'ada', connection: 'Users', profile: {} };
const google = {
  provider: 'google-oauth2',
  userId: '115',
  connection: 'google',
  profile: { email: 'ada@gmail.com' },
};
const sms = {
  provider: 'sms',
  userId: '7',
  connection: 'sms',
  profile: { phone: '+15555550100' },
};
const ada: Account = {
  userId: 'auth0|ada',
  profile: { email: 'ada@example.com' },
  identities: [password, google, sms],
  settings: new Map(),
  hasAppMetadata: false,
};
const connections = [{ name: 'Users', strategy: 'auth0', label: 'Email and password' }];

// jsdom lays nothing out.
beforeAll(() => {
  globalThis.ResizeObserver = class {
    observe = jest.fn();
    unobserve = jest.fn();
    disconnect = jest.fn();
  };
});

async function setUp({
  account = ada,
  allowUnlink = true,
  linkedAtMs = new Map<string, number>(),
  signedInWith = undefined as string | undefined,
} = {}) {
  const fixture = TestBed.createComponent(IdentityList);
  fixture.componentRef.setInput('account', account);
  fixture.componentRef.setInput('connections', connections);
  fixture.componentRef.setInput('allowUnlink', allowUnlink);
  fixture.componentRef.setInput('linkedAtMs', linkedAtMs);
  fixture.componentRef.setInput('signedInWith', signedInWith);
  await fixture.whenStable();
  const root = fixture.nativeElement as HTMLElement;
  const unlink = jest.fn();
  fixture.componentInstance.unlink.subscribe(unlink);
  const items = [...root.querySelectorAll('ul[aria-label="Sign-in methods"] > li')];

  const type = async (text: string): Promise<void> => {
    const field = root.querySelector('input');
    if (field === null) throw new Error('There is no field.');
    field.value = text;
    field.dispatchEvent(new Event('input'));
    await fixture.whenStable();
  };

  return {
    root,
    type,
    rows: () => [...root.querySelectorAll('ul > li.tile')].map(wordsOf),
    /** Scrolls until so much of the first list is above the window. */
    scrollTo: async (px: number): Promise<void> => {
      const list = root.querySelector('ul');
      if (list === null) throw new Error('There is no list.');
      list.getBoundingClientRect = () => new DOMRect(0, -px, 600, 1000 * 72);
      document.dispatchEvent(new Event('scroll'));
      await fixture.whenStable();
    },
    status: () => root.querySelector('[role=status]')?.textContent.trim(),
    unlink,
    items,
    buttons: [...root.querySelectorAll('button')],
    texts: items.map(wordsOf),
  };
}

/** What is read out: the pieces of text, one after the other. */
function wordsOf(element: Element): string {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const words: string[] = [];
  while (walker.nextNode()) words.push(walker.currentNode.textContent?.trim() ?? '');

  return words.filter((word) => word !== '').join(' ');
}

const namesOf = (buttons: readonly Element[]) =>
  buttons.map((button) => button.getAttribute('aria-label'));

describe('IdentityList', () => {
  it('lists every method by provider and account, the account’s own first', async () => {
    const { texts } = await setUp({ allowUnlink: false });

    expect(texts).toEqual([
      'Email and password ada @example.com',
      'Google ada @gmail.com',
      'sms +1\u00A0555\u00A0555\u00A00100',
    ]);
  });

  it('does not say that of the only one left, with which nobody may have signed in', async () => {
    const { root } = await setUp({ account: { ...ada, identities: [password] } });

    expect(root.textContent).not.toContain("You're signed in with this");
  });

  it('says of the only method that it is what the person signed in with, and asks for another', async () => {
    const { root } = await setUp({
      account: { ...ada, identities: [password] },
      signedInWith: 'auth0|ada',
    });

    expect(root.textContent).toContain("You're signed in with this");
    expect(root.textContent).toContain('This is your only way in.');
  });

  it('does not guess which of several methods somebody has signed in with', async () => {
    const { root } = await setUp();

    expect(root.textContent).not.toContain("You're signed in with this");
    expect(root.textContent).not.toContain('only way in');
  });

  it('says it of the one that is known, beside others', async () => {
    const { texts } = await setUp({ signedInWith: 'google-oauth2|115' });

    expect(texts.map((text) => text.includes("You're signed in with this"))).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('offers to unlink every method but the account’s own, each by its name', async () => {
    const { items, buttons } = await setUp();

    expect(namesOf(buttons)).toEqual([
      'Unlink Google ada@gmail.com',
      'Unlink sms +1\u00A0555\u00A0555\u00A00100',
    ]);
    expect(items[0]?.querySelector('button')).toBeNull();
  });

  it('offers nothing for an account that has one method', async () => {
    const { buttons } = await setUp({ account: { ...ada, identities: [password] } });

    expect(buttons).toEqual([]);
  });

  it('offers nothing where unlinking is not allowed', async () => {
    expect((await setUp({ allowUnlink: false })).buttons).toEqual([]);
  });

  it('says which method is to be unlinked', async () => {
    const { buttons, unlink } = await setUp();
    buttons[1]?.click();

    expect(unlink.mock.calls).toEqual([[sms]]);
  });

  it('shows a name from outside as clipped text, without what could reorder or hide it', async () => {
    const email = `<img src=x onerror=alert(1)>\u202E${'x'.repeat(10_000)}`;
    const evil = { ...google, profile: { email } };
    const { root, items } = await setUp({ account: { ...ada, identities: [password, evil] } });

    expect(items[1]?.textContent).toContain('<img src=x onerror=alert(1)>xx');
    expect(items[1]?.textContent.length).toBeLessThan(200);
    expect(root.querySelector('img[onerror]')).toBeNull();
  });

  it('says when a method was linked where that is known, and makes up no date', async () => {
    const linkedAtMs = new Map([['google-oauth2|115', Date.UTC(2026, 10, 3, 12)]]);
    const { texts } = await setUp({ linkedAtMs, allowUnlink: false });

    expect(texts).toEqual([
      'Email and password ada @example.com',
      'Google ada @gmail.com Linked on Nov 3, 2026',
      'sms +1\u00A0555\u00A0555\u00A00100',
    ]);
  });

  describe('with many methods', () => {
    const methods = (count: number): Account => ({
      ...ada,
      identities: [
        password,
        sms,
        ...Array.from({ length: count - 2 }, (_, at) => ({
          ...google,
          userId: `${at}`,
          profile: { email: `ada.${at}@gmail.com` },
        })),
      ],
    });

    it('has no search and no groups for seven', async () => {
      const { root, rows } = await setUp({ account: methods(7) });

      expect(root.querySelector('input')).toBeNull();
      expect(root.querySelectorAll('h3')).toHaveLength(0);
      expect(rows()).toHaveLength(7);
    });

    it('sorts eight into groups, and says how many are in each', async () => {
      const { root } = await setUp({ account: methods(8) });
      const lists = [...root.querySelectorAll('ul')].map((list) => list.getAttribute('aria-label'));

      expect(lists).toEqual(['Sign-in methods: Personal', 'Sign-in methods: Code']);
      expect([...root.querySelectorAll('h3')].map(wordsOf)).toEqual(['Personal 7', 'Code 1']);
    });

    it('draws of a thousand those near the screen, and says of each which it is', async () => {
      const { root, rows, scrollTo } = await setUp({ account: methods(1000) });
      const personal = () => [...root.querySelectorAll('ul:first-of-type > li.tile')];
      expect(rows().length).toBeLessThan(40);

      await scrollTo(36_000);
      expect(personal().length).toBeLessThan(60);
      expect(personal().map(wordsOf)).toContainEqual(expect.stringContaining('ada.500 @'));
      const [row] = personal().filter((each) => wordsOf(each).includes('ada.500 @'));
      expect(row?.getAttribute('aria-posinset')).toBe('502');
      expect(row?.getAttribute('aria-setsize')).toBe('999');
      expect(root.querySelectorAll('ul:first-of-type > li.gap[aria-hidden=true]')).toHaveLength(2);
    });

    it('keeps the row that has the focus, however far the page is scrolled', async () => {
      const { root, scrollTo } = await setUp({ account: methods(1000) });
      document.body.append(root);
      const button = root.querySelector<HTMLElement>(
        '[aria-label="Unlink Google ada.4@gmail.com"]',
      );
      button?.focus();
      await scrollTo(36_000);
      expect(document.activeElement).toBe(button);
      const next = root.querySelector('[aria-label="Unlink Google ada.7@gmail.com"]');
      expect(next).not.toBeNull();
      expect(root.querySelector('[aria-label="Unlink Google ada.20@gmail.com"]')).toBeNull();
    });

    it('draws all of a thousand on paper', async () => {
      const { rows } = await setUp({ account: methods(1000) });
      window.dispatchEvent(new Event('beforeprint'));
      expect(rows()).toHaveLength(1000);

      window.dispatchEvent(new Event('afterprint'));
      expect(rows().length).toBeLessThan(40);
    });

    it('leaves out nothing of forty-nine, and tells no places', async () => {
      const { root, rows } = await setUp({ account: methods(50) });

      expect(rows()).toHaveLength(50);
      expect(root.querySelector('[aria-posinset], .gap')).toBeNull();
    });

    it('finds any of a thousand, and says how many it has found', async () => {
      const { rows, status, type } = await setUp({ account: methods(1000) });
      await type('google ada.987');
      expect(rows()).toEqual([expect.stringContaining('ada.987')]);
      expect(status()).toBe('Showing 1 of 1000');

      await type('nobody');
      expect(rows()).toEqual([]);
      expect(status()).toBe('None of your sign-in methods matches “nobody”.');

      await type('  ');
      expect(rows().length).toBeGreaterThan(10);
      expect(status()).toBe('');
    });
  });
});
