import { TestBed } from '@angular/core/testing';

import type { Account } from '../../identity/account';
import type { Direction } from '../../identity/link/link-direction';
import { planLink, type LinkProposal } from '../../identity/link/link-plan';
import { accountWith } from '../../identity/testing/accounts';
import { usualPolicy } from '../../identity/testing/link-policy';
import { DirectionChoice } from './direction-choice';

const accountOf = (userId: string, more: Partial<Account> = {}): Account =>
  accountWith(userId, new Map(), {
    profile: { name: 'Ada', email: 'ada@example.com' },
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
  asked = second.identities[0].connection,
}: {
  first?: Account;
  second?: Account;
  direction?: Direction;
  allowSwap?: boolean;
  disabled?: boolean;
  asked?: string;
} = {}) {
  const proposal: LinkProposal = {
    first,
    second,
    connection: { ...connection, name: asked },
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

    expect(text).toMatch(/^Which account stays\?/);
    expect(radios.map(({ name }) => name)).toEqual(['auth0 Recommended', 'Google']);
    expect(radios.map(({ radio }) => radio.checked)).toEqual([true, false]);
  });

  it('keeps each account in its place when the other one is chosen', () => {
    const { radios } = setUp({ direction: 'keepSecond' });

    expect(radios.map(({ name }) => name)).toEqual(['auth0 Recommended', 'Google']);
    expect(radios.map(({ radio }) => radio.checked)).toEqual([false, true]);
  });

  it.each([
    ['by address', 'a@b.example', ['Google a@b.example', 'Google ada@example.com']],
    [
      'by which is in use',
      'ada@example.com',
      ['Google ada@example.com (current)', 'Google ada@example.com (new)'],
    ],
  ])('tells two accounts of one provider apart %s, and never by an id', (_case, email, names) => {
    const first = accountOf('google-oauth2|9990005678', { profile: { name: 'Ada', email } });
    const { radios, text } = setUp({ first });

    expect(radios.map(({ name }) => name.replace(' Recommended', ''))).toEqual(names);
    expect(text).not.toMatch(/5678|1234/);
  });

  it.each<[string, Parameters<typeof setUp>[0], number, RegExp]>([
    ['it is older', {}, 0, /^You've had it longest, so more/],
    ['a company manages it', { second: accountOf('samlp|kj') }, 1, /^Your company manages it/],
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
    expect(radios.map(({ name }) => name.includes('Recommended'))).toEqual([!index, !!index]);
  });

  it.each<[string, Parameters<typeof setUp>[0], number, RegExp]>([
    ['by the site', { allowSwap: false }, 1, /only the account you are using/],
    [
      'by a company',
      { second: accountOf('samlp|kj') },
      0,
      /Your company manages the other account/,
    ],
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

  it('recommends no account that may not be the one that was meant', () => {
    const company = accountOf('samlp|kj');
    const about = (arranged: Parameters<typeof setUp>[0]) => setUp(arranged).radios[1]?.name;

    expect(about({ second: company })).toContain('Recommended');
    expect(about({ second: company, asked: 'google-oauth2' })).not.toContain('Recommended');
    expect(
      about({ second: { ...company, profile: { name: 'Eve', email: 'eve@example.com' } } }),
    ).not.toContain('Recommended');
  });

  it('says what the other account is to other systems', () => {
    expect(setUp().radios[0]?.about).toMatch(
      /Other apps that knew you through your Google account may treat you as a new user\./,
    );
  });

  it('says what a swap costs before it is chosen, app data only where there are such', () => {
    const first = { ...password, hasAppMetadata: true };

    expect(setUp().radios[1]?.about).toBe('You lose the roles and groups of your auth0 account.');
    expect(setUp({ first }).radios[1]?.about).toBe(
      'You lose the roles, groups and app data of your auth0 account.',
    );
  });

  it('REL-39: says that keeping the second account means being signed in with it', () => {
    expect(setUp({ direction: 'keepSecond' }).radios[1]?.about).toMatch(
      /You lose the roles and groups of your auth0 account\..*through your auth0 account.*You'll be signed in with your Google account from then on\./,
    );
  });
});
