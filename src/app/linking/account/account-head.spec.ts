import { TestBed } from '@angular/core/testing';

import type { Account } from '../../identity/account';
import { AccountHead } from './account-head';

const ada: Account = {
  userId: 'auth0|ada',
  profile: { name: 'Ada Lovelace', email: 'ada@example.com' },
  createdAtMs: Date.UTC(2022, 11, 10),
  identities: [{ provider: 'auth0', userId: 'ada', connection: 'Users', profile: {} }],
  settings: new Map(),
  hasAppMetadata: false,
};

/** What is read out: the pieces of text, one after the other. */
async function textOf(account: Account): Promise<string> {
  const fixture = TestBed.createComponent(AccountHead);
  fixture.componentRef.setInput('account', account);
  await fixture.whenStable();
  const { children } = fixture.nativeElement as HTMLElement;
  const [, words, since] = [...children];
  const texts = [...(words?.children ?? []), ...(since ? [since] : [])];

  return texts.map(({ textContent }) => textContent.trim()).join(' ');
}

describe('AccountHead', () => {
  it('says whose account it is, and since when', async () => {
    expect(await textOf(ada)).toBe('Ada Lovelace ada@example.com Member since 2022');
  });

  it('says what is known once, of somebody without a name', async () => {
    const unnamed = { ...ada, profile: { email: 'ada@example.com' } };

    expect(await textOf(unnamed)).toBe('ada@example.com Member since 2022');
  });

  it('shows a name from outside without what could reorder or hide it', async () => {
    const evil = { ...ada, profile: { ...ada.profile, name: 'Ada\u202Ecilbup' } };

    expect(await textOf(evil)).not.toContain('\u202E');
  });
});
