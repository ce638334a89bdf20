import type { Account } from './account';
import type { Connection } from './connection';
import type { Identity } from './identity';
import { refusalOf, type SecondAccountClaims, type SecondAccountPolicy } from './second-account';

const startedAt = 1_800_000_000;
const google: Connection = { name: 'google-oauth2', strategy: 'google-oauth2', label: 'Google' };
const sms: Connection = { name: 'sms', strategy: 'sms', label: 'SMS code' };
const company: Connection = { name: 'acme-saml', strategy: 'samlp', label: 'Acme' };

const password = { provider: 'auth0', userId: 'ada', connection: 'Users', profile: {} };
const linkedGoogle = {
  provider: 'google-oauth2',
  userId: '115',
  connection: 'google-oauth2',
  profile: {},
};

function setUp({
  claims = {},
  linked = [],
  connection = google,
  policy = {},
}: {
  claims?: Partial<SecondAccountClaims>;
  linked?: readonly Identity[];
  connection?: Connection;
  policy?: Partial<SecondAccountPolicy>;
} = {}) {
  const primary: Account = {
    userId: 'auth0|ada',
    profile: {},
    identities: [password, ...linked],
    settingKeys: [],
    hasAppMetadata: false,
  };

  return refusalOf(
    { subject: 'google-oauth2|999', authenticatedAt: startedAt, emailVerified: true, ...claims },
    {
      primary,
      connection,
      startedAt,
      policy: { requireVerifiedEmail: true, trustedEmailConnections: [], ...policy },
    },
  );
}

describe('refusalOf', () => {
  it('accepts a fresh sign-in to another account with a verified e-mail address', () => {
    expect(setUp()).toBeUndefined();
  });

  it('SEC-11: refuses the account that is signed in already', () => {
    expect(setUp({ claims: { subject: 'auth0|ada' } })).toBe('same-account');
  });

  it('SEC-12: refuses an account that is a sign-in method of this one', () => {
    const refusal = setUp({
      linked: [linkedGoogle],
      claims: { subject: 'google-oauth2|115' },
      connection: sms,
    });

    expect(refusal).toBe('already-linked');
  });

  it('SEC-12: says already linked when a linked method yields the first account itself', () => {
    const refusal = setUp({ linked: [linkedGoogle], claims: { subject: 'auth0|ada' } });

    expect(refusal).toBe('already-linked');
  });

  it('says same account when the method that was asked for is not among the linked ones', () => {
    const refusal = setUp({
      linked: [linkedGoogle],
      claims: { subject: 'auth0|ada' },
      connection: sms,
    });

    expect(refusal).toBe('same-account');
  });

  it('says same account when the method that was asked for is the account’s own', () => {
    const users: Connection = { name: 'Users', strategy: 'auth0', label: 'Password' };

    expect(setUp({ claims: { subject: 'auth0|ada' }, connection: users })).toBe('same-account');
  });

  it('does not take a subject for another one that differs in case or in its end', () => {
    expect(setUp({ claims: { subject: 'auth0|ADA' } })).toBeUndefined();
    expect(setUp({ claims: { subject: 'auth0|ada2' } })).toBeUndefined();
  });

  it.each([
    ['is absent', undefined, 'not-fresh'],
    ['is 61 seconds older than the window', startedAt - 61, 'not-fresh'],
    ['is from the year 1970', 0, 'not-fresh'],
    ['is not a number that can be compared', -Infinity, 'not-fresh'],
    ['is just within the tolerance for clocks', startedAt - 60, undefined],
    ['is the second of the window', startedAt, undefined],
    ['is later than the window', startedAt + 299, undefined],
  ])('SEC-09: judges a time of sign-in that %s', (_case, authenticatedAt, refusal) => {
    expect(setUp({ claims: { authenticatedAt } })).toBe(refusal);
  });

  it('judges a stale sign-in by its age before it judges the e-mail address', () => {
    const refusal = setUp({ claims: { authenticatedAt: undefined, emailVerified: false } });

    expect(refusal).toBe('not-fresh');
  });

  it('demands freshness of a phone account and when no e-mail address is demanded', () => {
    const stale = { authenticatedAt: startedAt - 3600 };

    expect(setUp({ claims: stale, connection: sms })).toBe('not-fresh');
    expect(setUp({ claims: stale, policy: { requireVerifiedEmail: false } })).toBe('not-fresh');
  });

  it.each<[string, Connection, boolean, readonly string[], ReturnType<typeof refusalOf>]>([
    ['a social account, verified', google, true, [], undefined],
    ['a social account, not verified', google, false, [], 'email-unverified'],
    [
      'a social account, not verified, but listed',
      google,
      false,
      ['google-oauth2'],
      'email-unverified',
    ],
    ['a phone account', sms, false, [], undefined],
    ['a company account, verified by itself alone', company, true, [], 'email-unverified'],
    ['a company account, listed and verified', company, true, ['acme-saml'], undefined],
    ['a company account, listed, not verified', company, false, ['acme-saml'], 'email-unverified'],
    ['a company account, another one listed', company, true, ['acme'], 'email-unverified'],
  ])('judges the e-mail address of %s', (_case, connection, emailVerified, trusted, refusal) => {
    const policy = { trustedEmailConnections: trusted };

    expect(setUp({ connection, claims: { emailVerified }, policy })).toBe(refusal);
  });

  it.each([google, company])(
    'asks for no verified address when the policy does not',
    (connection) => {
      const policy = { requireVerifiedEmail: false };

      expect(setUp({ connection, claims: { emailVerified: false }, policy })).toBeUndefined();
    },
  );
});
