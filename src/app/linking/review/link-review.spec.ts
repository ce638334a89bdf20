import { Clipboard } from '@angular/cdk/clipboard';
import { TestBed } from '@angular/core/testing';

import type { Account } from '../../identity/account';
import type { Connection } from '../../identity/connection';
import { firstChoices, planLink, type LinkProposal } from '../../identity/link/link-plan';
import type { Decisions } from '../../identity/settings/settings-merge';
import { usualPolicy } from '../../identity/testing/link-policy';
import { onDevice } from '../testing/device';
import { LinkReview } from './link-review';

const ada: Account = {
  userId: 'auth0|63d17c6a',
  profile: { name: 'Ada Lovelace', email: 'ada@example.com' },
  createdAtMs: Date.UTC(2022, 11, 10, 12),
  identities: [{ provider: 'auth0', userId: '63d17c6a', connection: 'Users', profile: {} }],
  settings: new Map(Object.entries({ theme: 'dark', plan: 'kept' })),
  hasAppMetadata: true,
};
const googleAda: Account = {
  userId: 'google-oauth2|1150001234',
  profile: { email: 'ada@gmail.com' },
  createdAtMs: Date.UTC(2026, 4, 6, 12),
  identities: [
    { provider: 'google-oauth2', userId: '1150001234', connection: 'google', profile: {} },
    { provider: 'github', userId: '7', connection: 'github', profile: { username: 'ada-l' } },
  ],
  settings: new Map(Object.entries({ theme: 'light', currency: 'GBP' })),
  hasAppMetadata: false,
};
const connectionOf = (name: string, strategy: string, label: string): Connection => ({
  name,
  strategy,
  label,
  transport: 'auto',
});
const connections = [connectionOf('Users', 'auth0', 'Email and password')];
const google = connectionOf('google', 'google-oauth2', 'Google');
const now = Date.UTC(2026, 6, 1, 12);

interface Arranged {
  readonly first?: Partial<Account>;
  readonly second?: Partial<Account>;
  readonly asked?: Connection;
  readonly policy?: Partial<LinkProposal['policy']>;
  readonly decisions?: Decisions;
  readonly inputs?: Readonly<Record<string, unknown>>;
}

const textOf = (element: Element): string => element.textContent.replaceAll(/\s+/g, ' ').trim();

function setUp(arranged: Arranged = {}) {
  const proposal: LinkProposal = {
    first: { ...ada, ...arranged.first },
    second: { ...googleAda, ...arranged.second },
    connection: arranged.asked ?? google,
    policy: {
      ...usualPolicy,
      reservedMetadata: ['roles'],
      ...(arranged.decisions && { metadataPresets: arranged.decisions }),
      ...arranged.policy,
    },
    nowMs: now,
    proofExpiresAtMs: now + 3_600_000,
  };
  const choices = firstChoices(proposal);
  const fixture = TestBed.createComponent(LinkReview);
  const inputs = { sending: false, expiresAtMs: undefined, isRevised: false, ...arranged.inputs };
  const given = { ...inputs, connections };
  for (const [name, value] of Object.entries(given)) fixture.componentRef.setInput(name, value);
  fixture.componentRef.setInput('plan', planLink(proposal, choices));
  document.body.replaceChildren(fixture.nativeElement as HTMLElement);
  fixture.detectChanges();
  const root = fixture.nativeElement as HTMLElement;
  const listed = (name: string): readonly string[] => {
    const heading = [...root.querySelectorAll('h3')].find((each) => textOf(each) === name);
    const list = root.querySelector(`ul[aria-labelledby="${heading?.id ?? ''}"]`);

    return [...(list?.querySelectorAll('li') ?? [])].map(textOf);
  };

  return {
    root,
    listed,
    alerts: [...root.querySelectorAll('[role=alert]')].map(textOf),
    warnings: [...root.querySelectorAll('[data-warning]')].map(textOf),
  };
}

beforeEach(() => {
  jest.useFakeTimers({ now });
  onDevice({ isPhone: false });
});
afterEach(() => jest.useRealTimers());

describe('LinkReview', () => {
  it('shows both accounts by name, label and provider, and how each was proven', () => {
    const { root } = setUp({ second: { identities: [googleAda.identities[0]] } });
    const cards = [...root.querySelectorAll('app-account-card')];

    expect(cards.map((card) => card.getAttribute('aria-label'))).toEqual([
      'Ada Lovelace, ada@example.com, Email and password',
      'ada@gmail.com, Google',
    ]);
    expect(cards.map(textOf)).toEqual([
      "Ada Lovelaceada@example.comYou're signed in with this account",
      'ada@gmail.comYou just signed in with Google',
    ]);
  });

  describe('of a phone number', () => {
    const phone: Partial<Account> = {
      userId: 'sms|1',
      profile: { name: '+15555550100', phone: '+15555550100' },
      identities: [{ provider: 'sms', userId: '1', connection: 'sms', profile: {} }],
      settings: new Map(),
    };
    const asked = connectionOf('sms', 'sms', 'Phone number');
    const shown = '+1\u00A0555\u00A0555\u00A00100';
    const words = (root: Element, selector: string) =>
      [...root.querySelectorAll(selector)].map((each) => each.textContent.replaceAll(/ +/g, ' '));

    it('adds it, and calls it no account, where it had none before', () => {
      const second = { ...phone, createdAtMs: now };
      const { root, warnings, alerts } = setUp({ second, asked });

      expect(textOf(root.querySelector('h1') ?? root)).toBe('Review: Add this phone number?');
      expect(warnings).toEqual(['No account used +1 555 555 0100 until you signed in just now.']);
      expect(root.querySelector('[data-warning]')?.classList).toContain('info');
      expect(alerts).toEqual([]);
      expect(textOf(root.querySelector('.losing h2') ?? root)).toBe('Nothing is lost');
      expect(textOf(root)).not.toContain('What will be lost');
      expect(textOf(root)).toContain("There's nothing to combine.");
      expect(words(root, '[data-action=link-accounts]')[0]?.trim()).toBe('Add phone number');
      expect(textOf(root)).toContain('You just confirmed this number');
    });

    it('says by its number which account ends, where it had one', () => {
      const { root } = setUp({ second: phone, asked });

      expect(words(root, '.losing h2')[0]).toContain(
        `Your ${shown} account will no longer be separate`,
      );
      expect(textOf(root)).toContain('What will be lost');
    });
  });

  it('names nobody by an id, except in the details', () => {
    const { root } = setUp();
    const details = root.querySelector<HTMLElement>('#link-losses');

    expect(details?.hidden).toBe(true);
    details?.remove();
    expect(textOf(root)).not.toMatch(/7c6a|1234/);
  });

  it('lists every way to sign in that the person will have', () => {
    const ways = setUp().root.querySelectorAll('[aria-label="Ways to sign in"] li');

    expect([...ways].map(textOf)).toEqual([
      'Email and password ada@example.com',
      'Google ada@gmail.com',
      'GitHub ada-l',
    ]);
  });

  it('names what loses a conflict as saved, and from which account', () => {
    const { listed } = setUp({ second: { settings: new Map([['theme', 'light']]) } });
    const taken = setUp({ decisions: new Map([['theme', 'theirs']]) });

    expect(listed('What is saved')).toEqual(['From your Google account: Theme']);
    expect(taken.listed('What is saved')).toEqual(['From your Email and password account: Theme']);
  });

  it('SEC-46: names what belongs to the site, and does not take it over', () => {
    const { root, listed } = setUp({ second: { settings: new Map([['roles', ['admin']]]) } });

    expect(textOf(root)).toContain("Managed by this site, so it isn't copied: Roles.");
    expect(listed('What is saved')).toEqual(['From your Google account: Roles']);
  });

  it('SEC-42: names what is left out because of its name', () => {
    const settings = new Map([['a.b', 1]]);

    expect(setUp({ second: { settings } }).listed('What will be lost')[1]).toMatch(/: a\.b\.$/);
  });

  it('speaks of no lost settings where none are lost', () => {
    expect(setUp().listed('What will be lost')).toHaveLength(2);
  });

  it('keeps the ids and the number of requests for those who ask for details', () => {
    const details = setUp().root.querySelector('app-link-details');

    expect(details?.closest('[hidden]')).not.toBeNull();
    expect(details && textOf(details)).toMatch(
      /auth0\|63d17c6a since Dec 10, 2022.*google-oauth2\|1150001234 since May 6, 2026.*6$/,
    );
  });

  it('copies the ID of either account, and says so', () => {
    const { root } = setUp();
    const copy = jest.spyOn(TestBed.inject(Clipboard), 'copy').mockReturnValue(true);
    const button = root.querySelector<HTMLElement>(
      '[data-action="copy-id"][data-target="absorbed"]',
    );
    button?.click();
    TestBed.tick();

    expect(copy).toHaveBeenCalledWith('google-oauth2|1150001234');
    expect(button?.textContent.trim()).toBe('Copied');
    expect(root.querySelector('app-link-details [role=status]')?.textContent.trim()).toBe('Copied');
  });

  it('puts the focus on the heading, and not on what would link', () => {
    setUp();

    expect(document.activeElement && textOf(document.activeElement)).toBe(
      'Review: Are both accounts yours?',
    );
  });

  it('shows the name of the second account as clipped text, whatever it is', () => {
    const name = `<img src=x onerror=alert(1)>\u202E${'x'.repeat(10_000)}`;
    const { root } = setUp({ second: { profile: { name } } });

    expect(root.textContent).toContain('<img src=x onerror=alert(1)>xx');
    expect(root.textContent).not.toContain('\u202E');
    expect(root.textContent.length).toBeLessThan(4000);
    expect(root.querySelector('img[onerror]')).toBeNull();
  });

  it('says that an account has changed meanwhile, and asks to look again', () => {
    expect(setUp({ inputs: { isRevised: true } }).alerts).toEqual([
      expect.stringMatching(
        /^Something changed.*Nothing has been saved\. Please check the updated/,
      ),
    ]);
  });
});

describe('LinkReview: warnings', () => {
  const identities = [googleAda.identities[0]] as const;

  it.each<[string, Arranged, RegExp[]]>([
    ['nothing where there is nothing to notice', { second: { identities } }, []],
    [
      'that several methods move',
      {},
      [/Your Google account has 2 sign-in methods\. All of them move/],
    ],
    [
      'SEC-13: that another method answered than was asked for',
      { second: { identities }, asked: connectionOf('acme', 'samlp', 'Acme') },
      [/opens another account. Is this you/],
    ],
    [
      'that the account was made by this very sign-in',
      { second: { identities, createdAtMs: now - 1000 } },
      [/brand-new account that was created when you signed in just now, and it has settings/],
    ],
    [
      'that two names only look the same',
      { second: { identities, profile: { email: 'аda@example.com' } } },
      [/Check that both addresses are yours.*ada@example\.com ?аda@example\.com/],
    ],
  ])('says %s', (_case, arranged, words) => {
    const { warnings } = setUp(arranged);

    expect(warnings).toEqual(words.map((each): unknown => expect.stringMatching(each)));
  });

  it('marks the letters in which two addresses differ', () => {
    const { root } = setUp({ second: { identities, profile: { email: 'аda@example.com' } } });

    expect([...root.querySelectorAll('mark')].map(textOf)).toEqual(['a', 'а']);
  });
});

describe('LinkReview: a company’s account', () => {
  const company: Partial<Account> = {
    userId: 'samlp|kj',
    identities: [{ provider: 'samlp', userId: 'kj', connection: 'Acme', profile: {} }],
  };
  const lead = (arranged: Arranged): string | undefined => {
    const words = setUp(arranged).root.querySelector('.lead');

    return words ? textOf(words) : undefined;
  };

  it('is the first sentence where it has to stay, with what that costs', () => {
    expect(lead({ second: company })).toBe(
      "Your company manages your Acme account, so that is the one that stays. You lose the roles, groups and app data of your Email and password account. You'll be signed in with your Acme account from then on.",
    );
    expect(lead({ first: company })).toBe(
      'Your company manages your Acme account, so that is the one that stays.',
    );
  });

  it('is spoken of nowhere else', () => {
    expect(lead({})).toBeUndefined();
  });
});
