import type { Blocker } from '../../identity/link/link-blockers';
import { blockerWords, lossWords, warningWords } from './plan-words';

describe('blockerWords', () => {
  it.each<[Blocker, RegExp]>([
    [{ kind: 'direction', why: 'noSwap' }, /only the account you are using.*Choose the other/],
    [{ kind: 'direction', why: 'companyMustStay' }, /managed by a company.*Choose the other/],
    [{ kind: 'unfinished', whose: 'kept' }, /of the account you keep.*continue or undo/],
    [{ kind: 'unfinished', whose: 'absorbed' }, /of the account that joins.*Sign in with/],
    [{ kind: 'limit', limit: 'depth', whose: 'kept' }, /account you keep.*nested too deep/],
    [{ kind: 'limit', limit: 'keys', whose: 'absorbed' }, /that joins.*too many of them/],
    [{ kind: 'limit', limit: 'text', whose: 'absorbed' }, /that joins.*too long/],
    [{ kind: 'limit', limit: 'size', whose: 'absorbed' }, /that joins.*larger than/],
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
    expect(warningWords({ kind: 'belongsElsewhere', count: 2 })).toMatch(
      /belongs to another account, which has 2 sign-in methods: all of them would move. Is this you\?/,
    );
  });

  it('says what a company’s directory may do to an account that is absorbed', () => {
    expect(warningWords({ kind: 'newborn' })).toMatch(/is empty/);
    expect(warningWords({ kind: 'newborn', hasSettings: true })).not.toMatch(/empty/);
    expect(warningWords({ kind: 'companyAbsorbed' })).toMatch(
      /managed by a company.*keep that one/,
    );
  });
});

describe('lossWords', () => {
  it('shows no name that could hide or reorder what stands beside it', () => {
    const words = lossWords({ kind: 'settings', paths: ['$\u202Ebc', `a.${'x'.repeat(200)}`] });

    expect(words).toContain(': $bc, a.xx');
    expect(words.length).toBeLessThan(300);
  });
});
