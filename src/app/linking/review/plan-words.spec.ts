import type { Blocker } from '../../identity/link/link-blockers';
import { blockerWords, lossesInShort, lossWords, warningWords } from './plan-words';

const names = { first: 'Password', second: 'Google', kept: 'Password', absorbed: 'Google' };

describe('blockerWords', () => {
  it.each<[Blocker, RegExp]>([
    [{ kind: 'direction', why: 'noSwap' }, /only the account you are using.*Choose the other/],
    [
      { kind: 'direction', why: 'companyMustStay' },
      /Your company manages the other account.*Choose the other/,
    ],
    [{ kind: 'unfinished', whose: 'kept' }, /of the account that stays.*finish or cancel/],
    [{ kind: 'unfinished', whose: 'absorbed' }, /of the account you add.*Sign in with/],
    [{ kind: 'limit', limit: 'depth', whose: 'kept' }, /account that stays.*nested too deep/],
    [
      { kind: 'limit', limit: 'keys', whose: 'absorbed' },
      /that is added.*too many of them.*Contact support/,
    ],
    [{ kind: 'limit', limit: 'text', whose: 'absorbed' }, /that is added.*too long/],
    [{ kind: 'limit', limit: 'size', whose: 'absorbed' }, /that is added.*larger than/],
    [
      { kind: 'profileSize', bytes: 12_678, limit: 10_240 },
      /take 12,678 bytes.*10,240 bytes is all.*Keep less/,
    ],
  ])('says what is in the way and what to do: %j', (blocker, words) => {
    expect(blockerWords(blocker)).toMatch(words);
    expect(blockerWords(blocker)).toMatch(/^[A-Z].*\.$/);
  });
});

describe('warningWords', () => {
  it('says that the method asked for belongs to another account, with how many others', () => {
    expect(warningWords({ kind: 'belongsElsewhere', count: 2 }, names)).toMatch(
      /belongs to another account, which has 2 sign-in methods: all of them would move. Is this you\?/,
    );
  });

  it('says what a company’s directory may do to an account that is absorbed', () => {
    expect(warningWords({ kind: 'newborn' }, names)).toMatch(
      /brand-new, empty account.*a different Google account\?/,
    );
    expect(warningWords({ kind: 'newborn', hasSettings: true }, names)).not.toMatch(/empty/);
    expect(warningWords({ kind: 'companyAbsorbed' }, names)).toMatch(
      /your company may create a second one for you\. We recommend keeping it/,
    );
  });
});

describe('warningWords: of an account as old as the sign-in', () => {
  const atMs = Date.UTC(2027, 0, 15, 12);
  const phone = { ...names, second: '+1 555 555 0100' };

  it('says of one’s own that was unlinked when that was, and doubts it no more', () => {
    expect(warningWords({ kind: 'unlinkedBefore', atMs }, names)).toBe(
      'You unlinked this account on Jan 15, 2027. It has been empty since.',
    );
    expect(warningWords({ kind: 'unlinkedBefore', atMs, hasSettings: true }, names)).toBe(
      'You unlinked this account on Jan 15, 2027.',
    );
    expect(warningWords({ kind: 'unlinkedBefore' }, names)).toBe(
      'You unlinked this account before. It has been empty since.',
    );
    expect(warningWords({ kind: 'unlinkedBefore', atMs, madeFor: 'phone' }, phone)).toBe(
      'You unlinked +1 555 555 0100 on Jan 15, 2027.',
    );
    expect(warningWords({ kind: 'unlinkedBefore', madeFor: 'phone' }, phone)).toBe(
      'You unlinked +1 555 555 0100 before.',
    );
  });

  it('does not call a number or an address an account', () => {
    expect(warningWords({ kind: 'newborn', madeFor: 'phone' }, phone)).toMatch(
      /^No account used \+1 555 555 0100 until you signed in just now\.$/,
    );
    expect(warningWords({ kind: 'newborn', madeFor: 'email' }, names)).toMatch(
      /^No account used .* to sign in with a code until just now\.$/,
    );
    expect(warningWords({ kind: 'newborn', madeFor: 'phone', hasSettings: true }, phone)).toMatch(
      /has settings already/,
    );
  });
});

describe('lossWords', () => {
  it('shows no name that could hide or reorder what stands beside it', () => {
    const words = lossWords(
      { kind: 'settings', paths: ['$\u202Ebc', `a.${'x'.repeat(200)}`] },
      'Google',
    );

    expect(words).toContain(': $bc and a.xx');
    expect(words.length).toBeLessThan(300);
  });
});

describe('lossesInShort', () => {
  it('says what the site has saved and which settings are lost only where there are such', () => {
    const usual = lossesInShort([{ kind: 'separateAccount' }, { kind: 'access' }]);

    expect(usual).toMatch(/^You lose its roles, groups and two-step.*Unlinking won't bring them/);
    expect(usual).not.toMatch(/saved|settings/);
    expect(lossesInShort([{ kind: 'portalData' }])).toMatch(/this site has saved for it/);
    expect(lossesInShort([{ kind: 'settings', paths: ['a.b'] }])).toMatch(/settings are lost, too/);
  });
});
