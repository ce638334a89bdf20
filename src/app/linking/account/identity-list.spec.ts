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

async function setUp({ account = ada, allowUnlink = true } = {}) {
  const fixture = TestBed.createComponent(IdentityList);
  fixture.componentRef.setInput('account', account);
  fixture.componentRef.setInput('connections', connections);
  fixture.componentRef.setInput('allowUnlink', allowUnlink);
  await fixture.whenStable();
  const root = fixture.nativeElement as HTMLElement;
  const unlink = jest.fn();
  fixture.componentInstance.unlink.subscribe(unlink);
  const items = [...root.querySelectorAll('ul[aria-label="Sign-in methods"] > li')];

  return {
    root,
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
      'sms +15555550100',
    ]);
  });

  it('says of the only method that it is what the person signed in with, and asks for another', async () => {
    const { root } = await setUp({ account: { ...ada, identities: [password] } });

    expect(root.textContent).toContain("You're signed in with this");
    expect(root.textContent).toContain('This is your only way in.');
  });

  it('does not guess which of several methods somebody has signed in with', async () => {
    const { root } = await setUp();

    expect(root.textContent).not.toContain("You're signed in with this");
    expect(root.textContent).not.toContain('only way in');
  });

  it('offers to unlink every method but the account’s own, each by its name', async () => {
    const { items, buttons } = await setUp();

    expect(namesOf(buttons)).toEqual(['Unlink Google ada@gmail.com', 'Unlink sms +15555550100']);
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
});
