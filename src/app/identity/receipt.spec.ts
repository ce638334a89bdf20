import type { Account } from './account';
import { planLink } from './link-plan';
import { linkReceipt } from './receipt';

const at = new Date('2027-01-15T08:00:00+02:00');

function setUp() {
  const primary: Account = {
    userId: 'auth0|ada',
    profile: { email: 'ada@example.com' },
    identities: [{ provider: 'auth0', userId: 'ada', connection: 'Users', profile: {} }],
    settingKeys: ['theme'],
    hasAppMetadata: false,
  };
  const secondary: Account = {
    userId: 'google-oauth2|115',
    profile: { name: 'Ada' },
    identities: [
      { provider: 'google-oauth2', userId: '115', connection: 'google', profile: {} },
      { provider: 'github', userId: '7', connection: 'github', profile: {} },
    ],
    settingKeys: ['currency'],
    hasAppMetadata: true,
  };

  const connection = { name: 'google', strategy: 'google-oauth2', label: 'Google' };
  const asked = { connection: { ...connection, transport: 'auto' as const }, now: at.getTime() };

  return linkReceipt(planLink(primary, secondary, asked), at);
}

describe('linkReceipt', () => {
  it('says what happened and when, in UTC', () => {
    expect(setUp()).toMatchObject({ what: 'link', at: '2027-01-15T06:00:00.000Z' });
  });

  it('names both accounts by id, label, provider and connection', () => {
    const { kept, joined } = setUp();

    expect(kept).toEqual({
      userId: 'auth0|ada',
      label: 'ada@example.com',
      provider: 'auth0',
      connection: 'Users',
    });
    expect(joined).toEqual({
      userId: 'google-oauth2|115',
      label: 'Ada',
      provider: 'google-oauth2',
      connection: 'google',
    });
  });

  it('lists every method of the account, those of both in their order', () => {
    expect(setUp().signInMethods).toEqual(['auth0|ada', 'google-oauth2|115', 'github|7']);
  });

  it('lists the settings that ended with the second account alone', () => {
    expect(setUp().settingsLost).toEqual(['currency']);
  });

  it('holds these facts and no others, so no token', () => {
    expect(Object.keys(setUp()).sort()).toEqual([
      'at',
      'joined',
      'kept',
      'settingsLost',
      'signInMethods',
      'what',
    ]);
  });
});
