import type { Account } from '../account';
import { canUnlink, planUnlink } from './unlink-plan';

const password = { provider: 'auth0', userId: 'ada', connection: 'Users', profile: {} };
const google = { provider: 'google-oauth2', userId: '115', connection: 'google', profile: {} };
const github = { provider: 'github', userId: '7', connection: 'github', profile: {} };
const account: Account = {
  userId: 'auth0|ada',
  profile: {},
  identities: [password, google, github],
  settings: new Map([['linked_archive', { 'google-oauth2|115': { theme: 'light' } }]]),
  hasAppMetadata: false,
};

describe('canUnlink', () => {
  it.each([
    ['the account’s own method', password, false],
    ['the second method', google, true],
    ['the last method', github, true],
    ['a method that the account does not have', { ...google, userId: '116' }, false],
  ])('judges %s', (_case, identity, expected) => {
    expect(canUnlink(account, identity)).toBe(expected);
  });

  it('never lets the only method go', () => {
    expect(canUnlink({ ...account, identities: [password] }, password)).toBe(false);
  });
});

describe('planUnlink', () => {
  it('says which methods remain, in their order', () => {
    const plan = planUnlink(account, google);

    expect(plan).toMatchObject({ account, identity: google, remaining: [password, github] });
  });

  it('REL-38: says which settings are kept aside for that method, and no other’s', () => {
    expect(planUnlink(account, google).setAside).toEqual(new Map([['theme', 'light']]));
    expect(planUnlink(account, github).setAside).toEqual(new Map());
  });
});
