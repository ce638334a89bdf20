import { accountWith } from '../testing/accounts';
import { isNewborn, madeByCode } from './new-account';

const now = Date.UTC(2027, 0, 15);
const made = (subject: string, agoMs: number) =>
  accountWith(subject, undefined, { createdAtMs: now - agoMs });

describe('isNewborn', () => {
  it.each([
    [0, true],
    [-900, true],
    [59_000, true],
    [61_000, false],
  ])('judges an account by the sign-in %d ms after it was made', (agoMs, is) => {
    expect(isNewborn(made('sms|1', agoMs), now)).toBe(is);
  });

  it('holds an account for old of which nobody says when it was made', () => {
    expect(isNewborn(accountWith('sms|1'), now)).toBe(false);
  });
});

describe('madeByCode', () => {
  it.each([
    ['sms|1', 'phone'],
    ['email|1', 'email'],
    ['auth0|ada', undefined],
    ['google-oauth2|115', undefined],
  ] as const)('tells what a message went to that has made %s', (subject, to) => {
    expect(madeByCode(made(subject, 500), now)).toBe(to);
  });

  it('says nothing of an account that there was, or that has a method beside it', () => {
    const account = made('sms|1', 500);
    const [own] = account.identities;

    expect(madeByCode(made('sms|1', 90_000), now)).toBeUndefined();
    expect(madeByCode({ ...account, identities: [own, own] }, now)).toBeUndefined();
  });
});
