import type { Account } from './account';
import type { Connection } from './connection';
import { planLink } from './link-plan';

const password = { provider: 'auth0', userId: 'ada', connection: 'Users', profile: {} };
const google = { provider: 'google-oauth2', userId: '115', connection: 'google', profile: {} };
const github = { provider: 'github', userId: '7', connection: 'github', profile: {} };

const now = Date.UTC(2027, 0, 15, 8);
const asked: Connection = {
  name: 'google',
  strategy: 'google-oauth2',
  label: 'Google',
  transport: 'auto',
};

function setUp(second: Partial<Account> = {}) {
  const primary: Account = {
    userId: 'auth0|ada',
    profile: {},
    identities: [password],
    settingKeys: ['theme', 'locale'],
    hasAppMetadata: true,
  };
  const secondary: Account = {
    userId: 'google-oauth2|115',
    profile: {},
    createdAt: now - 86_400_000,
    identities: [google],
    settingKeys: [],
    hasAppMetadata: false,
    ...second,
  };

  return { primary, secondary, plan: planLink(primary, secondary, { connection: asked, now }) };
}

describe('planLink', () => {
  it('keeps the first account and lets the second join it', () => {
    const { plan, primary, secondary } = setUp();

    expect(plan.primary).toBe(primary);
    expect(plan.secondary).toBe(secondary);
  });

  it('lists every method that the account will have, the kept account’s own first', () => {
    const { plan } = setUp({ identities: [google, github] });

    expect(plan.identities).toEqual([password, google, github]);
  });

  it('always names the end of the separate account and of its access', () => {
    expect(setUp().plan.losses).toEqual([{ kind: 'separateAccount' }, { kind: 'access' }]);
  });

  it('names each setting that ends with the second account, and none of the first', () => {
    const { plan } = setUp({ settingKeys: ['currency'] });

    expect(plan.losses).toContainEqual({ kind: 'settings', keys: ['currency'] });
  });

  it('names what the portal’s operators keep about the second account', () => {
    expect(setUp({ hasAppMetadata: true }).plan.losses).toContainEqual({ kind: 'portalData' });
    expect(setUp({ hasAppMetadata: false }).plan.losses).not.toContainEqual({ kind: 'portalData' });
  });

  it('warns of nothing when the account is old, single, and the one that was asked for', () => {
    expect(setUp().plan.warnings).toEqual([]);
  });

  it('SEC-13: warns when the account is not one of the method that was asked for', () => {
    expect(setUp({ identities: [github] }).plan.warnings).toEqual([{ kind: 'otherConnection' }]);
  });

  it('SEC-13: is not misled by a provider of the same kind on another connection', () => {
    const lookAlike = { ...google, connection: 'google-oauth2' };

    expect(setUp({ identities: [lookAlike] }).plan.warnings).toEqual([{ kind: 'otherConnection' }]);
  });

  it('finds the method that was asked for among those that the account has linked', () => {
    expect(setUp({ identities: [github, google] }).plan.warnings).toEqual([
      { kind: 'manyMethods', count: 2 },
    ]);
  });

  it.each([
    ['made this very moment', now, true],
    ['made 59.999 seconds ago', now - 59_999, true],
    ['made by a clock that is ahead', now + 5000, true],
    ['a minute old', now - 60_000, false],
  ])(
    'tells an account that was only now made from others: one %s',
    (_case, createdAt, isNewborn) => {
      const { plan } = setUp({ createdAt });

      expect(plan.warnings).toEqual(isNewborn ? [{ kind: 'newborn' }] : []);
    },
  );

  it('does not take an account of unknown age for a new one', () => {
    const { primary } = setUp();

    expect(planLink(primary, primary, { connection: asked, now }).warnings).not.toContainEqual({
      kind: 'newborn',
    });
  });

  it('names every warning that applies', () => {
    const { plan } = setUp({ identities: [github, password], createdAt: now });

    expect(plan.warnings).toEqual([
      { kind: 'otherConnection' },
      { kind: 'manyMethods', count: 2 },
      { kind: 'newborn' },
    ]);
  });

  it('changes neither account', () => {
    const { primary, secondary } = setUp({ identities: [google, github] });

    expect(primary.identities).toEqual([password]);
    expect(secondary.identities).toEqual([google, github]);
  });
});
