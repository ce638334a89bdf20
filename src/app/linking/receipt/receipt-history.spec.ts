import { TestBed } from '@angular/core/testing';

import type { Receipt, ReceiptAccount } from '../../identity/link/receipt';
import { ReceiptHistory } from './receipt-history';

const password: ReceiptAccount = {
  userId: 'auth0|ada',
  label: 'ada@example.com',
  provider: 'auth0',
  connection: 'Users',
};
const google: ReceiptAccount = {
  ...password,
  userId: 'google-oauth2|115',
  provider: 'google-oauth2',
  connection: 'google',
};
const link: Receipt = {
  what: 'link',
  at: new Date(2027, 0, 15, 8, 30).toISOString(),
  kept: password,
  joined: google,
  signInMethods: [],
  settings: { moved: {}, setAside: {}, lost: [] },
};
const unlink: Receipt = {
  what: 'unlink',
  at: new Date(2027, 0, 15, 9, 45).toISOString(),
  kept: password,
  left: google,
  signInMethods: ['auth0|ada'],
};

async function setUp(receipts: readonly Receipt[]) {
  const fixture = TestBed.createComponent(ReceiptHistory);
  fixture.componentRef.setInput('receipts', receipts);
  fixture.componentRef.setInput('connections', []);
  await fixture.whenStable();

  return { root: fixture.nativeElement as HTMLElement, stable: () => fixture.whenStable() };
}

const textOf = (element: Element | null): string =>
  element?.textContent.replaceAll(/\s+/g, ' ').trim() ?? '';

describe('ReceiptHistory', () => {
  it('is not there while nothing has been done', async () => {
    expect(textOf((await setUp([])).root)).toBe('');
  });

  it('lists what was done, with whom and when, the newest first', async () => {
    const { root } = await setUp([unlink, link]);

    expect(textOf(root.querySelector('h2'))).toBe('History');
    expect([...root.querySelectorAll('li .words')].map(textOf)).toEqual([
      expect.stringMatching(/^Unlinked Google ada@example\.com from Users ada.*9:45/),
      expect.stringMatching(/^Linked Google ada@example\.com to Users ada.*8:30/),
    ]);
  });

  it('says of each button which receipt it is for', async () => {
    const { root } = await setUp([unlink, link]);
    const [, last] = root.querySelectorAll('li');
    const buttons = [...(last?.querySelectorAll('button') ?? [])];

    expect(buttons.map(textOf)).toEqual(['Download receipt', 'Print']);
    for (const button of buttons) {
      const id = button.getAttribute('aria-describedby') ?? '';
      expect(textOf(root.querySelector(`#${id}`))).toMatch(/^Linked/);
    }
  });

  it('prints the one that was asked for', async () => {
    const { root, stable } = await setUp([unlink, link]);
    window.print = jest.fn();
    root.querySelectorAll('button')[1]?.click();
    await stable();

    expect(window.print).toHaveBeenCalledTimes(1);
    expect(root.querySelectorAll('app-receipt-sheet')).toHaveLength(1);
    expect(textOf(root.querySelector('app-receipt-sheet h1'))).toMatch(/^Unlinked/);
  });
});
