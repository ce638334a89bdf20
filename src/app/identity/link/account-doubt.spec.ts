import type { IdentityProfile } from '../identity';
import { accountWith } from '../testing/accounts';
import { doubtBetween, type AccountDoubt } from './account-doubt';

const ada: IdentityProfile = { name: 'Ada Lovelace', email: 'ada@example.com' };

describe('doubtBetween', () => {
  it.each<[string, IdentityProfile, IdentityProfile, AccountDoubt | undefined]>([
    ['the same name and address', ada, ada, undefined],
    ['the same name, in other letters', ada, { name: 'ADA lovelace', email: 'a@b.c' }, undefined],
    [
      'the same address, in other letters',
      ada,
      { name: 'A. L.', email: 'Ada@Example.com' },
      undefined,
    ],
    ['another name and another address', ada, { name: 'Charles', email: 'c@b.example' }, 'names'],
    ['another name and no address', ada, { name: 'Octo Cat', username: 'octocat' }, 'names'],
    ['no name and another address', ada, { email: 'c@b.example' }, 'addresses'],
    [
      'an address in the place of a name, and another one',
      { name: 'ada@example.com', email: 'ada@example.com' },
      { name: 'c@b.example', email: 'c@b.example' },
      'addresses',
    ],
    ['a phone alone', ada, { name: '+15555550123', phone: '+15555550123' }, undefined],
    ['nothing at all', ada, {}, undefined],
  ])('judges two accounts with %s', (_case, one, other, doubt) => {
    const [first, second] = [one, other].map((profile, at) =>
      accountWith(`auth0|${at}`, new Map(), { profile }),
    );

    expect(first && second && doubtBetween(first, second)).toBe(doubt);
    expect(first && second && doubtBetween(second, first)).toBe(doubt);
  });

  it('reads what the sign-in method says where the account says nothing', () => {
    const of = (userId: string, profile: IdentityProfile) => {
      const account = accountWith(userId);

      return { ...account, identities: [{ ...account.identities[0], profile }] as const };
    };

    expect(doubtBetween(of('auth0|1', ada), of('github|2', { name: 'Grace' }))).toBe('names');
    expect(doubtBetween(of('auth0|1', ada), of('github|2', ada))).toBeUndefined();
  });
});
