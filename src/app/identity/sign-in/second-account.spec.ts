import type { Account } from '../account';
import type { Connection } from '../connection';
import type { Identity } from '../identity';
import { accountWith } from '../testing/accounts';
import {
  hidesEmail,
  refusalOf,
  secondAccountClaims,
  type EmailClaim,
  type SecondAccountClaims,
  type SecondAccountPolicy,
} from './second-account';

const issuedAtMs = 1_800_000_000_000;
const connectionOf = (name: string, strategy: string): Connection => ({
  name,
  strategy,
  label: name,
  transport: 'auto',
});
const google = connectionOf('google-oauth2', 'google-oauth2');
const sms = connectionOf('sms', 'sms');
const company = connectionOf('acme-saml', 'samlp');

const password = { provider: 'auth0', userId: 'ada', connection: 'Users', profile: {} };
const linkedGoogle = {
  provider: 'google-oauth2',
  userId: '115',
  connection: 'google-oauth2',
  profile: {},
};

interface Arranged {
  readonly claims?: Partial<SecondAccountClaims>;
  readonly linked?: readonly Identity[];
  readonly connection?: Connection;
  readonly policy?: Partial<SecondAccountPolicy>;
  readonly tookMs?: number;
}

function setUp({ claims, linked = [], connection = google, policy, tookMs = 0 }: Arranged = {}) {
  const primary: Account = {
    userId: 'auth0|ada',
    profile: {},
    identities: [password, ...linked],
    settings: new Map(),
    hasAppMetadata: false,
  };
  const times = {
    issuedAtMs,
    authenticatedAtMs: issuedAtMs,
    expiresAtMs: issuedAtMs + 36_000_000,
  };
  const good = { subject: 'google-oauth2|999', ...times };

  return refusalOf(
    { ...good, email: 'verified', ...claims },
    {
      primary,
      connection,
      tookMs,
      policy: { requireVerifiedEmail: true, trustedEmailConnections: [], ...policy },
    },
  );
}

describe('refusalOf: who it is', () => {
  it('accepts a fresh sign-in to another account with a verified e-mail address', () => {
    expect(setUp()).toBeUndefined();
  });

  it.each<[string, Arranged, ReturnType<typeof setUp>]>([
    ['SEC-11: the account that is signed in already', {}, 'same-account'],
    [
      'SEC-12: the account itself, when a linked method has led to it',
      { linked: [linkedGoogle] },
      'already-linked',
    ],
    [
      'the account itself, when the method that was asked for is not among the linked ones',
      { linked: [linkedGoogle], connection: sms },
      'same-account',
    ],
    [
      'the account itself, by its own method',
      { connection: connectionOf('Users', 'auth0') },
      'same-account',
    ],
  ])('refuses %s', (_case, arranged, refusal) => {
    expect(setUp({ ...arranged, claims: { subject: 'auth0|ada' } })).toBe(refusal);
  });

  it('SEC-12: refuses an account that is a sign-in method of this one', () => {
    const claims = { subject: 'google-oauth2|115' };

    expect(setUp({ linked: [linkedGoogle], claims, connection: sms })).toBe('already-linked');
  });

  it.each(['auth0|ADA', 'auth0|ada2', 'auth0|ad'])('takes %s for another account', (subject) => {
    expect(setUp({ claims: { subject } })).toBeUndefined();
  });
});

describe('refusalOf: freshness', () => {
  it.each([
    ['is absent', undefined, 0, 'not-fresh'],
    ['is more than a minute before the token', issuedAtMs - 60_001, 0, 'not-fresh'],
    ['is from the year 1970', 0, 0, 'not-fresh'],
    ['is not a number that can be compared', NaN, 0, 'not-fresh'],
    ['is just within the tolerance for clocks', issuedAtMs - 60_000, 0, undefined],
    ['is the second of the token', issuedAtMs, 0, undefined],
    [
      'is before the window, which was open for two minutes',
      issuedAtMs - 181_000,
      120_000,
      'not-fresh',
    ],
    ['is in the time that the window was open', issuedAtMs - 180_000, 120_000, undefined],
    [
      'is recent, but the device’s clock has been set back',
      issuedAtMs - 10_000,
      -3_600_000,
      'not-fresh',
    ],
  ])('SEC-09: judges a time of sign-in that %s', (_case, authenticatedAtMs, tookMs, refusal) => {
    expect(setUp({ claims: { authenticatedAtMs }, tookMs })).toBe(refusal);
  });

  it('REL-26: does not depend on what this device thinks the time is', () => {
    const claims = { issuedAtMs: 1_000_000, authenticatedAtMs: 990_000 };

    expect(setUp({ claims, tookMs: 20_000 })).toBeUndefined();
  });

  it('judges a token that does not say when it was made as stale', () => {
    expect(setUp({ claims: { issuedAtMs: NaN } })).toBe('not-fresh');
  });

  it('comes before the e-mail address, and holds whatever the method and the policy are', () => {
    const stale = { authenticatedAtMs: issuedAtMs - 3_600_000 };
    const phone = { ...stale, subject: 'sms|1' };

    expect(setUp({ claims: { ...stale, email: 'unverified' } })).toBe('not-fresh');
    expect(setUp({ claims: phone, connection: sms })).toBe('not-fresh');
    expect(setUp({ claims: stale, policy: { requireVerifiedEmail: false } })).toBe('not-fresh');
  });
});

describe('refusalOf: the e-mail address', () => {
  it.each<[string, string, Connection, EmailClaim, readonly string[], boolean]>([
    ['a social account, verified', 'google-oauth2|9', google, 'verified', [], true],
    ['a social account, not verified', 'google-oauth2|9', google, 'unverified', [], false],
    [
      'a social account, not verified, listed',
      'github|9',
      google,
      'unverified',
      ['google-oauth2'],
      false,
    ],
    ['a phone account', 'sms|9', sms, 'unverified', [], true],
    ['an e-mail account behind a phone method', 'auth0|9', sms, 'unverified', [], false],
    ['a phone account behind another method', 'sms|9', google, 'unverified', [], true],
    ['a company account, verified by itself', 'samlp|acme|9', company, 'verified', [], false],
    [
      'a company account, listed, verified',
      'samlp|acme|9',
      company,
      'verified',
      ['acme-saml'],
      true,
    ],
    ['a company account, listed', 'samlp|acme|9', company, 'unverified', ['acme-saml'], false],
    ['a company account, another listed', 'samlp|acme|9', company, 'verified', ['acme'], false],
    [
      'a company account behind a social method',
      'waad|9',
      google,
      'verified',
      ['google-oauth2'],
      false,
    ],
    [
      'another kind behind a listed company',
      'adfs|acme|9',
      company,
      'verified',
      ['acme-saml'],
      false,
    ],
    ['a social account without an address', 'github|9', google, 'none', [], true],
    ['a database account without an address', 'auth0|9', google, 'none', [], true],
    ['a company account without an address', 'samlp|acme|9', company, 'none', [], true],
  ])('SEC-14: judges %s', (_case, subject, connection, email, trusted, accepted) => {
    const policy = { trustedEmailConnections: trusted };
    const refusal = setUp({ connection, claims: { subject, email }, policy });

    expect(refusal).toBe(accepted ? undefined : 'email-unverified');
  });

  it.each(['google-oauth2|9', 'samlp|acme|9'])(
    'need not be verified where the policy does not ask for it: %s',
    (subject) => {
      const policy = { requireVerifiedEmail: false };

      expect(setUp({ claims: { subject, email: 'unverified' }, policy })).toBeUndefined();
    },
  );
});

describe('secondAccountClaims', () => {
  it('reads who signed in, when, and whether the address is verified', () => {
    const iat = issuedAtMs / 1000;
    const times = { iat, auth_time: iat - 5, exp: iat + 36_000 };
    const claims = { sub: 'sms|1', ...times, email: 'a@b.example', email_verified: true };

    expect(secondAccountClaims(new Map(Object.entries(claims)))).toEqual({
      subject: 'sms|1',
      issuedAtMs,
      authenticatedAtMs: issuedAtMs - 5000,
      email: 'verified',
      expiresAtMs: issuedAtMs + 36_000_000,
    });
  });

  it.each([String(issuedAtMs), null, [issuedAtMs], true, undefined])(
    'SEC-09: knows no time of sign-in from %j',
    (time) => {
      expect(secondAccountClaims(new Map([['auth_time', time]])).authenticatedAtMs).toBeUndefined();
    },
  );

  it.each([false, 'true', 1, null, undefined, [true]])(
    'SEC-14: takes no address for verified from %j',
    (email_verified) => {
      const claims = { email: 'ada@example.com', email_verified };

      expect(secondAccountClaims(new Map(Object.entries(claims))).email).toBe('unverified');
    },
  );

  it.each([{}, { email: null }, { email: undefined, email_verified: false }])(
    'knows of no address from %j',
    (claims) => {
      expect(secondAccountClaims(new Map(Object.entries(claims))).email).toBe('none');
    },
  );

  it.each([['ada@example.com'], {}, 7, ''])(
    'SEC-14: takes an address that is none for one that nobody has verified: %j',
    (email) => {
      const claims = Object.entries({ email, email_verified: email !== '' });

      expect(secondAccountClaims(new Map(claims)).email).toBe('unverified');
    },
  );
});

describe('hidesEmail', () => {
  const claims = secondAccountClaims(new Map([['sub', 'github|9']]));

  it.each<[string, EmailClaim, Account['profile'], boolean]>([
    ['has no address', 'none', { username: 'ada' }, false],
    ['has an address that the token does not name', 'none', { email: 'a@b.example' }, true],
    ['has the address of the token', 'verified', { email: 'a@b.example' }, false],
  ])('SEC-14: notices an account that %s', (_case, email, profile, isHidden) => {
    const account = { ...accountWith('github|9'), profile };

    expect(hidesEmail({ ...claims, email }, account)).toBe(isHidden);
  });
});
