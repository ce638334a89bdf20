import { TestBed } from '@angular/core/testing';

import type { Account } from '../../identity/account';
import type { Json } from '../../identity/json';
import type { Receipt, ReceiptAccount } from '../../identity/link/receipt';
import { accountWith } from '../../identity/testing/accounts';
import { LETTERHEAD } from './letterhead';
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

const ada = (history: Json = []): Account =>
  accountWith('auth0|ada', new Map([['linked_history', history]]), {
    identities: [
      { provider: 'auth0', userId: 'ada', connection: 'Users', profile: {} },
      { provider: 'github', userId: '7', connection: 'github', profile: { username: 'countess' } },
    ],
  });

async function setUp(receipts: readonly Receipt[], account?: Account) {
  const letterhead = { productName: 'Acme', logoUrl: null };
  TestBed.configureTestingModule({ providers: [{ provide: LETTERHEAD, useValue: letterhead }] });
  const fixture = TestBed.createComponent(ReceiptHistory);
  fixture.componentRef.setInput('account', account);
  fixture.componentRef.setInput('receipts', receipts);
  fixture.componentRef.setInput('connections', []);
  await fixture.whenStable();
  const root = fixture.nativeElement as HTMLElement;
  const folded = textOf(root);
  const details = root.querySelector('details');
  if (details !== null) {
    details.open = true;
    details.dispatchEvent(new Event('toggle'));
    await fixture.whenStable();
  }

  return { root, folded, stable: () => fixture.whenStable() };
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

  it('is one line at first, which says how many there are and which is the latest', async () => {
    const { folded } = await setUp([unlink, link], ada());

    expect(folded).toMatch(/^History ?2 ?Unlinked Google ada@example\.com · .*15/);
  });

  it('adds what the account remembers, each once, with a receipt only where this tab has it', async () => {
    const { root } = await setUp(
      [unlink, link],
      ada([
        ['link', Date.UTC(2026, 4, 5, 12) / 1000, 'github|7', 'github'],
        ['unlink', Date.UTC(2026, 5, 6, 12) / 1000, 'sms|9', 'sms', '+15555550100'],
        ['link', Date.parse(link.at) / 1000 - 3, 'google-oauth2|115', 'google'],
      ]),
    );

    expect([...root.querySelectorAll('li')].map(textOf)).toEqual([
      expect.stringMatching(/^Unlinked Google ada@example\.com ?Jan 15, 2027.*Download receipt/),
      expect.stringMatching(/^Linked Google ada@example\.com ?Jan 15, 2027.*Download receipt/),
      expect.stringMatching(/^Unlinked sms \+1\s555\s555\s0100 ?Jun 6, 2026, [\d:]+\s[AP]M$/),
      expect.stringMatching(/^Linked GitHub countess ?May 5, 2026, [\d:]+\s[AP]M$/),
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
    expect(textOf(root.querySelector('app-receipt-sheet'))).toMatch(
      /^Acme.*Sign-in methods since then ?Users ada@example\.com auth0\|ada/,
    );
  });
});
