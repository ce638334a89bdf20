import type { Account } from './account';
import { planLink } from './link-plan';

const password = { provider: 'auth0', userId: 'ada', connection: 'Users', profile: {} };
const google = { provider: 'google-oauth2', userId: '115', connection: 'google', profile: {} };
const github = { provider: 'github', userId: '7', connection: 'github', profile: {} };

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
    identities: [google],
    settingKeys: [],
    hasAppMetadata: false,
    ...second,
  };

  return { primary, secondary, plan: planLink(primary, secondary) };
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

  it('changes neither account', () => {
    const { primary, secondary } = setUp({ identities: [google, github] });

    expect(primary.identities).toEqual([password]);
    expect(secondary.identities).toEqual([google, github]);
  });
});
