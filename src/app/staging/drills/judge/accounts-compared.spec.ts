import type { Account } from '../../../identity/account';
import type { JsonObject } from '../../../identity/json';
import { archiveKey } from '../../../identity/settings/reserved-settings';
import { masking, written } from '../../../trace/masking';
import { compareAccounts } from './accounts-compared';

const account = (settings: JsonObject, others: readonly string[] = []): Account => ({
  userId: 'auth0|1',
  profile: {},
  identities: [
    { provider: 'auth0', userId: '1', connection: 'db', profile: {} },
    ...others.map((userId) => ({
      provider: 'github',
      userId,
      connection: 'github',
      profile: {},
    })),
  ],
  settings: new Map(Object.entries(settings)),
  hasAppMetadata: false,
});

const before = { first: account({ theme: 'dark', tags: ['a'] }) };

describe('compareAccounts', () => {
  it('tells what has changed, what came and what went, without a value that anybody could read', () => {
    const after = account({ theme: 'dark', news: 'of Ada', [archiveKey]: { a: 1 } }, ['2']);
    const [first] = compareAccounts(before, { first: { kind: 'there', account: after } });
    const write = masking();
    const rows = first?.facts.map((fact) => [
      fact.name,
      fact.before === undefined ? '–' : written(fact.before, write),
      fact.after === undefined ? '–' : written(fact.after, write),
      fact.isChanged,
    ]);

    expect(rows).toEqual([
      ['user_id', 'auth0|<ID 1>', 'auth0|<ID 1>', false],
      ['sign-in methods', 'auth0|<ID 1>', 'auth0|<ID 1>, github|<ID 2>', true],
      ['theme', '<text 1>', '<text 1>', false],
      ['tags', '<text 2>', '–', true],
      ['news', '–', '<text 3>', true],
      [archiveKey, '–', 'present', true],
    ]);
  });

  it('says of an account that nobody has looked at that it was not seen', () => {
    expect(compareAccounts(before, {})).toMatchObject([{ who: 'first', after: 'notSeen' }]);
    expect(compareAccounts(before, { first: { kind: 'gone' } })).toMatchObject([{ after: 'gone' }]);
  });
});
