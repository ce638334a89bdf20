import type { Account } from '../account';
import { usualPolicy } from '../testing/link-policy';
import { openJournal } from './journal-opening';
import { planLink } from './link-plan';
import { continuedLinkReceipt, linkReceipt, unlinkReceipt } from './receipt';

const at = new Date('2027-01-15T08:00:00+02:00');

function setUp() {
  const kept: Account = {
    userId: 'auth0|ada',
    profile: { email: 'ada@example.com' },
    identities: [{ provider: 'auth0', userId: 'ada', connection: 'Users', profile: {} }],
    settings: new Map([['theme', 'dark']]),
    hasAppMetadata: false,
  };
  const absorbed: Account = {
    userId: 'google-oauth2|115',
    profile: { name: 'Ada' },
    identities: [
      { provider: 'google-oauth2', userId: '115', connection: 'google', profile: {} },
      { provider: 'github', userId: '7', connection: 'github', profile: {} },
    ],
    settings: new Map([
      ['currency', 'EUR'],
      ['theme', 'light'],
    ]),
    hasAppMetadata: true,
  };

  const plan = planLink({
    first: kept,
    second: absorbed,
    connection: { name: 'google', strategy: 'google-oauth2', label: 'Google', transport: 'auto' },
    policy: usualPolicy,
    nowMs: at.getTime(),
    proofExpiresAtMs: at.getTime(),
  });

  return { plan, receipt: linkReceipt(plan, at, { lost: ['locale'] }) };
}

describe('linkReceipt', () => {
  it('says what happened and when, in UTC', () => {
    expect(setUp().receipt).toMatchObject({ what: 'link', at: '2027-01-15T06:00:00.000Z' });
  });

  it('names both accounts by id, label, provider and connection', () => {
    const { kept, joined } = setUp().receipt;

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
    expect(setUp().receipt.signInMethods).toEqual(['auth0|ada', 'google-oauth2|115', 'github|7']);
  });

  it('lists what came in, what was set aside, and what could not be carried over', () => {
    expect(setUp().receipt.settings).toEqual({
      moved: { currency: 'EUR' },
      setAside: { 'google-oauth2|115': { theme: 'light' } },
      lost: ['locale'],
    });
  });

  it('holds these facts and no others, so no token', () => {
    expect(Object.keys(setUp().receipt).sort()).toEqual([
      'at',
      'joined',
      'kept',
      'settings',
      'signInMethods',
      'what',
    ]);
  });
});

describe('continuedLinkReceipt', () => {
  it('tells what the journal and the account know', () => {
    const { plan } = setUp();
    const { kept, absorbed, identities, merge } = plan;
    const journal = openJournal(kept.settings, merge.changes, {
      id: 'a',
      subject: absorbed.userId,
      connection: 'google',
      by: 'laptop',
      nowMs: 0,
      tokenExpiresAtMs: 1,
    });
    const [own, ...others] = identities;
    if (own === undefined) throw new Error('An account has a method.');
    const linked: Account = { ...kept, identities: [own, ...others] };
    const receipt = continuedLinkReceipt(journal, linked, at);

    expect(receipt.joined.userId).toBe('google-oauth2|115');
    expect(receipt.signInMethods).toHaveLength(3);
    expect(receipt.settings.moved).toEqual({ currency: 'EUR' });
  });
});

describe('unlinkReceipt', () => {
  it('names the account, and the method that left it', () => {
    const { absorbed } = setUp().plan;
    const [own, github] = absorbed.identities;
    if (github === undefined) throw new Error('The account has a second method.');
    const receipt = unlinkReceipt(
      { account: absorbed, identity: github, setAside: new Map(), lost: [], remaining: [own] },
      at,
    );

    expect(receipt).toMatchObject({ what: 'unlink', signInMethods: ['google-oauth2|115'] });
    expect(receipt.left.userId).toBe('github|7');
  });
});
