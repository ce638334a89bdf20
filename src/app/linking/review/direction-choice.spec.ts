import { TestBed } from '@angular/core/testing';

import type { Account } from '../../identity/account';
import type { Direction } from '../../identity/link/link-direction';
import { planLink, type LinkProposal } from '../../identity/link/link-plan';
import { accountWith } from '../../identity/testing/accounts';
import { usualPolicy } from '../../identity/testing/link-policy';
import { DirectionChoice } from './direction-choice';

const accountOf = (userId: string, more: Partial<Account> = {}): Account =>
  accountWith(userId, new Map(), {
    profile: { email: 'ada@example.com' },
    createdAtMs: Date.UTC(2022, 11, 10, 12),
    ...more,
  });
const google = { name: 'google-oauth2', strategy: 'google-oauth2', label: 'Google' };
const connection = { ...google, transport: 'auto' as const };
const password = accountOf('auth0|63d17c6a', { profile: { name: 'Ada', email: 'a@b.example' } });
const newer = accountOf('google-oauth2|1150001234', { createdAtMs: Date.UTC(2024, 4, 19, 12) });

function setUp({
  first = password,
  second = newer,
  direction = 'keepFirst',
  allowSwap = true,
  disabled = false,
}: {
  first?: Account;
  second?: Account;
  direction?: Direction;
  allowSwap?: boolean;
  disabled?: boolean;
} = {}) {
  const proposal: LinkProposal = {
    first,
    second,
    connection,
    policy: { ...usualPolicy, allowSwap },
    nowMs: Date.UTC(2026, 1, 1),
    proofExpiresAtMs: Date.UTC(2026, 1, 2),
  };
  const fixture = TestBed.createComponent(DirectionChoice);
  fixture.componentRef.setInput('plan', planLink(proposal, { direction, decisions: new Map() }));
  fixture.componentRef.setInput('connections', [connection]);
  fixture.componentRef.setInput('disabled', disabled);
  const chosen = jest.fn();
  fixture.componentInstance.chosen.subscribe(chosen);
  fixture.detectChanges();
  const root = fixture.nativeElement as HTMLElement;
  const text = (element: Element | null): string =>
    element?.textContent.replaceAll(/\s+/g, ' ').trim() ?? '';
  const radios = [...root.querySelectorAll('input')].map((radio) => ({
    radio,
    name: text(radio.closest('label')),
    about: text(root.querySelector(`#${radio.getAttribute('aria-describedby') ?? ''}`)),
  }));

  return { radios, chosen, text: text(root) };
}

describe('DirectionChoice', () => {
  it('asks which account is kept, in words that name both', () => {
    const { radios, text } = setUp();

    expect(text).toMatch(/^Which account do you keep\?/);
    expect(radios.map(({ name }) => name)).toEqual([
      'Keep auth0 a@b.example',
      'Keep Google ada@example.com',
    ]);
    expect(radios.map(({ radio }) => radio.checked)).toEqual([true, false]);
  });

  it('keeps each account in its place when the other one is chosen', () => {
    const { radios } = setUp({ direction: 'keepSecond' });

    expect(radios[0]?.about).toMatch(/^You are signed in with it\. Its id ends in 7c6a\. Created/);
    expect(radios[1]?.about).toMatch(/^You have just proven it\. Its id ends in 1234\. Created/);
    expect(radios.map(({ radio }) => radio.checked)).toEqual([false, true]);
  });

  it('tells two accounts of the same name apart by their ids', () => {
    const { radios } = setUp({ first: accountOf('google-oauth2|9990005678') });

    expect(radios.map(({ name }) => name)).toEqual([
      'Keep Google ada@example.com (5678)',
      'Keep Google ada@example.com (1234)',
    ]);
  });

  it.each<[string, Parameters<typeof setUp>[0], number, RegExp]>([
    ['it is older', {}, 0, /Recommended It is the older one/],
    ['a company manages it', { second: accountOf('samlp|kj') }, 1, /Recommended It is managed by/],
    ['nothing speaks for the other', { second: accountOf('sms|1') }, 0, /using now/],
    [
      'it has more methods',
      { second: accountOf('sms|1', { identities: [...newer.identities, ...newer.identities] }) },
      1,
      /more sign-in methods/,
    ],
    [
      'it has more settings',
      { second: accountOf('sms|1', { settings: new Map([['theme', 'dark']]) }) },
      1,
      /more settings/,
    ],
  ])('recommends an account because %s', (_case, arranged, index, words) => {
    const { radios } = setUp(arranged);

    expect(radios[index]?.about).toMatch(words);
    expect(radios[1 - index]?.about).not.toContain('Recommended');
  });

  it.each<[string, Parameters<typeof setUp>[0], number, RegExp]>([
    ['by the site', { allowSwap: false }, 1, /only the account you are using/],
    ['by a company', { second: accountOf('samlp|kj') }, 0, /managed by a company and has to/],
  ])('says why an account cannot be kept: %s', (_case, arranged, index, words) => {
    const { radios } = setUp(arranged);

    expect(radios[index]?.radio.disabled).toBe(true);
    expect(radios[index]?.about).toMatch(words);
    expect(radios[1 - index]?.radio.disabled).toBe(false);
  });

  it('hands on the choice', () => {
    const { radios, chosen } = setUp();
    radios[1]?.radio.click();

    expect(chosen.mock.calls).toEqual([['keepSecond']]);
  });

  it('offers no choice while the link is on its way', () => {
    expect(setUp({ disabled: true }).radios.every(({ radio }) => radio.disabled)).toBe(true);
  });

  it('says whose id, name and address stay, and what that means elsewhere', () => {
    const { text } = setUp();

    expect(text).toContain('What keeping auth0 a@b.example means:');
    expect(text).toMatch(/id stays, the one that ends in 7c6a\..*ends in 1234, will not find you/);
    expect(text).toContain('stay: Ada, a@b.example.');
    expect(text).not.toContain('you are signed in with that account');
  });

  it('REL-39: says that keeping the second account means being signed in with it', () => {
    const { text } = setUp({ direction: 'keepSecond' });

    expect(text).toMatch(/id stays, the one that ends in 1234/);
    expect(text).toContain('you are signed in with that account instead of the one you use now');
  });
});
