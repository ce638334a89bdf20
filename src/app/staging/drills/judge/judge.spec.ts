import type { Account } from '../../../identity/account';
import type { JsonObject } from '../../../identity/json';
import type { AccountsExpected } from '../catalogue/drill';
import type { AccountSeen } from './accounts-seen';
import { asExpected, notSeen, otherwise } from './evidence';
import { judgeDrill, type DrillSeen } from './judge';

function account(subject: string, settings: JsonObject = {}, joined: readonly string[] = []) {
  const [own, ...others] = [subject, ...joined].map((one) => {
    const [provider = '', userId = ''] = one.split('|');

    return { provider, userId, connection: provider, profile: {} };
  });
  if (own === undefined) throw new Error('an account has a sign-in method of its own');

  return {
    userId: subject,
    profile: {},
    identities: [own, ...others],
    settings: new Map(Object.entries(settings)),
    hasAppMetadata: false,
  } satisfies Account;
}

const there = (seen: Account): AccountSeen => ({ kind: 'there', account: seen });
const gone: AccountSeen = { kind: 'gone' };

const before = {
  first: account('auth0|1', { theme: 'dark' }),
  second: account('github|2', { news: true }),
};
const linked: AccountsExpected = { kind: 'linked', kept: 'first', joined: 'second' };
const merged = account('auth0|1', { theme: 'dark', news: true }, ['github|2']);

const judged = (
  expected: AccountsExpected,
  after: DrillSeen['checked'][number]['after'],
  noticed: DrillSeen['noticed'] = [],
) => judgeDrill({ before, checked: [{ expected, after }], noticed });

const contradicted = ({ evidence }: ReturnType<typeof judgeDrill>) =>
  evidence.filter(({ found }) => found === 'otherwise').map(({ what }) => what);

describe('a link', () => {
  it('has passed where the accounts are one and nothing is lost', () => {
    const { verdict } = judged(linked, { first: there(merged), second: gone });

    expect(verdict).toBe('passed');
  });

  it('has failed where a setting is nowhere any more', () => {
    const kept = account('auth0|1', { theme: 'dark' }, ['github|2']);
    const result = judged(linked, { first: there(kept), second: gone });

    expect(result.verdict).toBe('failed');
    expect(contradicted(result)).toEqual(['No setting of either account is lost.']);
  });

  it('loses nothing where a value is set aside for the account it comes from', () => {
    const kept = account(
      'auth0|1',
      { theme: 'dark', linked_archive: { 'github|2': { news: true } } },
      ['github|2'],
    );

    expect(judged(linked, { first: there(kept), second: gone }).verdict).toBe('passed');
  });

  it('has failed where a journal was left behind', () => {
    const kept = account('auth0|1', { theme: 'dark', news: true, acct_link: {} }, ['github|2']);

    expect(contradicted(judged(linked, { first: there(kept), second: gone }))).toEqual([
      'No link is left unfinished.',
    ]);
  });

  it('has failed where the other account is still one of its own', () => {
    const result = judged(linked, { first: there(before.first), second: there(before.second) });

    expect(result.verdict).toBe('failed');
    expect(contradicted(result)).toHaveLength(3);
  });

  it('has failed where a choice is not what came of it', () => {
    const expected = { ...linked, settings: { theme: 'light' } };

    expect(contradicted(judged(expected, { first: there(merged), second: gone }))).toEqual([
      'The setting “theme” is what was chosen.',
    ]);
  });
});

describe('accounts that must not change', () => {
  const untouched: AccountsExpected = { kind: 'unchanged' };

  it('have passed as they were', () => {
    const after = { first: there(before.first), second: there(before.second) };

    expect(judged(untouched, after).verdict).toBe('passed');
  });

  it.each([
    ['another setting', account('auth0|1', { theme: 'light' })],
    ['another method', account('auth0|1', { theme: 'dark' }, ['github|3'])],
  ])('have failed with %s', (_what, changed) => {
    const after = { first: there(changed), second: there(before.second) };

    expect(judged(untouched, after).verdict).toBe('failed');
  });
});

describe('accounts that are apart again', () => {
  const apart: AccountsExpected = { kind: 'apart', kept: 'first', joined: 'second' };
  const kept = account('auth0|1', { theme: 'dark', news: true });

  it('have passed, although the second one starts empty', () => {
    const after = { first: there(kept), second: there(account('github|2')) };

    expect(judged(apart, after).verdict).toBe('passed');
  });

  it('have failed where one of them is nowhere', () => {
    expect(judged(apart, { first: there(kept), second: gone }).verdict).toBe('failed');
  });
});

describe('what was not seen', () => {
  const after = { first: there(merged), second: gone };

  it('is not guessed: nothing read is nothing known', () => {
    expect(judgeDrill({ before, checked: [], noticed: [asExpected('put back')] }).verdict).toBe(
      'inconclusive',
    );
  });

  it('makes a drill inconclusive, however well the rest looks', () => {
    expect(judged(linked, { ...after, second: { kind: 'notSeen' } }).verdict).toBe('inconclusive');
    expect(judged(linked, after, [notSeen('the fault has happened')]).verdict).toBe('inconclusive');
  });

  it('does not hide a failure', () => {
    const noticed = [notSeen('the fault has happened'), otherwise('put back')];

    expect(judged(linked, after, noticed).verdict).toBe('failed');
  });
});
