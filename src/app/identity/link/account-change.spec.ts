import type { Account } from '../account';
import { accountWith } from '../testing/accounts';
import { sameAccount } from './account-change';

const ada = accountWith('auth0|ada', new Map([['theme', { a: 1, b: 2 }]]));
const hub = accountWith('github|7');

describe('sameAccount', () => {
  it.each<[string, Partial<Account>, boolean]>([
    [
      'reading with names in another order',
      { settings: new Map([['theme', { b: 2, a: 1 }]]) },
      true,
    ],
    ['another name of the person', { profile: { name: 'Ada' } }, true],
    ['another account', { userId: 'auth0|eve' }, false],
    ['a method more', { identities: [...ada.identities, ...hub.identities] }, false],
    ['another value', { settings: new Map([['theme', 'dark']]) }, false],
    ['a setting less', { settings: new Map() }, false],
    ['another key', { settings: new Map([['locale', { a: 1, b: 2 }]]) }, false],
    ['data of the operators', { hasAppMetadata: true }, false],
  ])('judges %s', (_case, fields, expected) => {
    expect(sameAccount(ada, { ...ada, ...fields })).toBe(expected);
  });
});
