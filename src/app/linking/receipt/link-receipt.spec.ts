import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';

import type { Connection } from '../../identity/connection';
import type { LinkReceipt as Receipt } from '../../identity/link/receipt';
import { described } from '../testing/described-settings';
import { LinkReceipt } from './link-receipt';

const receipt: Receipt = {
  what: 'link',
  at: '2027-01-15T06:00:00.000Z',
  kept: { userId: 'auth0|ada', label: 'ada@example.com', provider: 'auth0', connection: 'Users' },
  joined: {
    userId: 'google-oauth2|115',
    label: 'ada@gmail.com',
    provider: 'google-oauth2',
    connection: 'google',
  },
  signInMethods: ['auth0|ada', 'google-oauth2|115'],
  settings: {
    moved: { avatar: 'portrait-1840', language: 'fr' },
    setAside: { 'google-oauth2|115': { theme: 'light' }, 'auth0|ada': { language: 'en' } },
    lost: [],
  },
};

async function setUp(
  settings: Partial<Receipt['settings']> = {},
  {
    changed,
    connections = [],
  }: { changed?: Partial<Receipt>; connections?: readonly Connection[] } = {},
) {
  TestBed.configureTestingModule({ providers: [provideRouter([])] });
  const fixture = TestBed.createComponent(LinkReceipt);
  const given = { ...receipt, settings: { ...receipt.settings, ...settings }, ...changed };
  fixture.componentRef.setInput('receipt', given);
  fixture.componentRef.setInput('connections', connections);
  document.body.replaceChildren(fixture.nativeElement as HTMLElement);
  await fixture.whenStable();
  const root = fixture.nativeElement as HTMLElement;
  const textOf = (selector: string): string =>
    (root.querySelector(selector)?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();

  return {
    root,
    textOf,
    press: async (name: string) => {
      [...root.querySelectorAll('button')]
        .find(({ textContent }) => textContent.trim() === name)
        ?.click();
      await fixture.whenStable();
    },
    stable: () => fixture.whenStable(),
  };
}

afterEach(() => jest.restoreAllMocks());

describe('LinkReceipt', () => {
  it('says that it is done, with what, and leads back', async () => {
    const { root, textOf } = await setUp();

    expect(textOf('h1')).toBe('Google is linked');
    expect(document.activeElement).toBe(root.querySelector('h1'));
    expect(textOf('[role=status]')).toMatch(
      /^Linked: Google ada@gmail\.com now opens the same account as Users ada@example\.com\. ?Next time, sign in with either\.$/,
    );
    expect([...root.querySelectorAll('li')].map((each) => each.textContent.trim())).toEqual([
      expect.stringMatching(/^Users\s+ada@example\.com$/),
      expect.stringMatching(/^Google\s+New\s*ada@gmail\.com$/),
    ]);
    expect(root.querySelector('a')?.getAttribute('href')).toBe('/account');
  });

  it.each([
    ['sms', '+15555550100', 'Phone number added', '+1\u00A0555\u00A0555\u00A00100'],
    ['email', 'zoe@example.net', 'Email address added', 'zoe@example.net'],
  ])(
    'calls what was added no account where it is none: %s',
    async (strategy, label, head, shown) => {
      const joined = { userId: `${strategy}|1`, label, provider: strategy, connection: strategy };
      const changed = { joined, signInMethods: ['auth0|ada', joined.userId] };
      const connections = [{ name: strategy, strategy, label: 'Code', transport: 'auto' } as const];
      const { root, textOf } = await setUp({}, { changed, connections });

      expect(textOf('h1')).toBe(head);
      expect([...root.querySelectorAll('li app-mail')].at(-1)?.textContent.trim()).toBe(shown);
      // The start page offers this site's codes, and no others.
      expect(textOf('.lead')).toBe('Next time, sign in with either.');
      TestBed.resetTestingModule();
      expect((await setUp({}, { changed })).textOf('.lead')).toBe('');
    },
  );

  it('says what came along, and what was saved from which account', async () => {
    const { root } = await setUp();
    const words = [...root.querySelectorAll('dt, dd')].map(({ textContent }) => textContent);

    expect(words).toEqual([
      'Settings that came along',
      'Avatar and Language',
      'Saved, from Google ada@gmail.com',
      'Theme',
      'Saved, from Users ada@example.com',
      'Language',
    ]);
  });

  it('speaks of no settings where none were touched', async () => {
    expect((await setUp({ moved: {}, setAside: {} })).root.querySelector('dl')).toBeNull();
  });

  it('names what could not be carried over', async () => {
    const { textOf } = await setUp({ lost: ['avatar'] });

    expect(textOf('.doubtful')).toContain("couldn't be carried over: Avatar.");
  });

  it('can be kept as a file', async () => {
    const { press } = await setUp();
    const saved: Blob[] = [];
    URL.createObjectURL = (blob: Blob) => {
      saved.push(blob);

      return 'blob:1';
    };
    URL.revokeObjectURL = jest.fn();
    const clicked = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      expect(this.download).toBe('ligature-link-2027-01-15.json');
    });
    await press('Download receipt');

    expect(clicked).toHaveBeenCalledTimes(1);
    expect(saved.map(({ size }) => size)).toEqual([JSON.stringify(receipt, null, 2).length]);
  });

  it('is on paper with all that is in the file, and on the screen no longer after that', async () => {
    const { root, textOf, press, stable } = await setUp({ lost: ['city'] });
    let printed = '';
    window.print = () => {
      printed = textOf('app-receipt-sheet');
    };
    await press('Print');

    for (const words of [
      'Linked Google ada@gmail.com to Users ada@example.com',
      'January 15, 2027',
      'auth0|ada',
      'google-oauth2|115',
      'portrait-1840',
      'light',
      'City',
    ]) {
      expect(printed).toContain(words);
    }
    window.dispatchEvent(new Event('afterprint'));
    await stable();
    expect(root.querySelector('app-receipt-sheet')).toBeNull();
  });

  it('counts on paper what is hidden, and keeps all of it in the file', async () => {
    described({ avatar: { isHidden: true }, theme: { isHidden: true } });
    const { textOf, press } = await setUp();
    let printed = '';
    window.print = () => {
      printed = textOf('app-receipt-sheet');
    };
    await press('Print');

    for (const hidden of ['Avatar', 'portrait-1840', 'Theme', 'light', 'None']) {
      expect(printed).not.toContain(hidden);
    }
    expect(printed.match(/1 other setting/g)).toHaveLength(2);
    expect(JSON.stringify(receipt)).toContain('portrait-1840');
  });
});
