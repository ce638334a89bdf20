import type { Account } from '../account';
import type { Connection } from '../connection';
import type { Json, Settings } from '../json';
import { archivedFor } from '../settings/settings-archive';
import { mostBytes } from '../settings/settings-limits';
import { accountWith } from '../testing/accounts';
import { usualPolicy } from '../testing/link-policy';
import { firstChoices, planLink, proposedAgain, turned, type LinkProposal } from './link-plan';
import type { LinkPolicy } from './link-policy';

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

const settings = (entries: Record<string, Json>): Settings => new Map(Object.entries(entries));

function setUp(other: Partial<Account> = {}, given: Partial<LinkPolicy> = {}) {
  const first = accountWith('auth0|ada', settings({ theme: 'dark', locale: 'en' }), {
    identities: [password],
    hasAppMetadata: true,
  });
  const second = accountWith('google-oauth2|115', new Map(), {
    createdAtMs: now - 86_400_000,
    identities: [google],
    ...other,
  });
  const proposal: LinkProposal = {
    first,
    second,
    connection: asked,
    policy: { ...usualPolicy, reservedMetadata: ['roles'], ...given },
    nowMs: now,
    proofExpiresAtMs: now + 36_000_000,
  };

  return { first, second, proposal, plan: planLink(proposal) };
}

describe('planLink', () => {
  it('keeps the first account and absorbs the second', () => {
    const { plan, first, second } = setUp();

    expect(plan.kept).toBe(first);
    expect(plan.absorbed).toBe(second);
  });

  it('lists every method that the account will have, the kept account’s own first', () => {
    const { plan } = setUp({ identities: [google, github] });

    expect(plan.identities).toEqual([password, google, github]);
  });

  it('always names the end of the separate account and of its access', () => {
    expect(setUp().plan.losses).toEqual([{ kind: 'separateAccount' }, { kind: 'access' }]);
  });

  it('names what of the settings cannot cross', () => {
    const { plan } = setUp({ settings: settings({ 'a.b': 1, currency: 'EUR' }) });

    expect(plan.losses).toContainEqual({ kind: 'settings', paths: ['a.b'] });
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
      { kind: 'belongsElsewhere', count: 2 },
    ]);
  });

  it.each([
    ['made this very moment', now, true],
    ['made 59.999 seconds ago', now - 59_999, true],
    ['made by a clock that is ahead', now + 5000, true],
    ['a minute old', now - 60_000, false],
  ])(
    'tells an account that was only now made from others: one %s',
    (_case, createdAtMs, isNewborn) => {
      const { plan } = setUp({ createdAtMs });

      expect(plan.warnings).toEqual(isNewborn ? [{ kind: 'newborn' }] : []);
    },
  );

  it('does not say that a new one is empty that has settings', () => {
    const { plan } = setUp({ createdAtMs: now, settings: settings({ currency: 'EUR' }) });

    expect(plan.warnings).toEqual([{ kind: 'newborn', hasSettings: true }]);
  });

  it('does not take an account of unknown age for a new one', () => {
    const { proposal, first } = setUp();

    expect(planLink({ ...proposal, second: first }).warnings).not.toContainEqual({
      kind: 'newborn',
    });
  });

  it('names every warning that applies', () => {
    const { plan } = setUp({ identities: [github, password], createdAtMs: now });

    expect(plan.warnings).toEqual([
      { kind: 'otherConnection' },
      { kind: 'manyMethods', count: 2 },
      { kind: 'newborn' },
    ]);
  });

  it('changes neither account', () => {
    const { first, second } = setUp({ identities: [google, github] });

    expect(first.identities).toEqual([password]);
    expect(second.identities).toEqual([google, github]);
  });

  it('exchanges the accounts where the second is to be kept', () => {
    const { proposal, first, second } = setUp();
    const plan = planLink(proposal, { direction: 'keepSecond', decisions: new Map() });

    expect([plan.kept, plan.absorbed]).toEqual([second, first]);
    expect(plan.identities).toEqual([google, password]);
  });

  it('counts the requests: the link alone, or a saga', () => {
    expect(setUp().plan.calls).toBe(3);
    expect(setUp({ settings: settings({ currency: 'EUR' }) }).plan.calls).toBe(6);
  });

  it('offers again what an earlier link has set aside, unless the account has it anew', () => {
    const archive = { 'google-oauth2|115': { notes: 'old', theme: 'light' } };
    const { proposal, first: own } = setUp({ settings: settings({ notes: 'new' }) });
    const first = { ...own, settings: settings({ linked_archive: archive }) };

    const { changes } = planLink({ ...proposal, first }).merge;
    expect([...changes.keys()]).toEqual(['notes', 'theme', 'linked_archive']);
    expect([changes.get('notes'), changes.get('theme')]).toEqual(['new', 'light']);
    expect(archivedFor(changes, 'google-oauth2|115').size).toBe(0);
  });

  it('notes nothing of what is brought where that would not have room', () => {
    const full = { notes: 'n'.repeat(3880) };
    const { proposal, first: own } = setUp({ settings: settings(full) });
    const room = { a: 'a'.repeat(3000), b: 'b'.repeat(3000) };
    const { merge, blockers } = planLink({
      ...proposal,
      first: { ...own, settings: settings(room) },
    });

    expect(blockers).toEqual([]);
    expect([...merge.changes.keys()]).toEqual(['notes']);
  });

  it.each<[string, Partial<Account>, Partial<LinkPolicy>, object]>([
    [
      'a direction that the operator forbids',
      { isProvisioned: true },
      {},
      { kind: 'direction', why: 'companyMustStay' },
    ],
    [
      'an unfinished link',
      { settings: settings({ acct_link: { v: 1 } }) },
      {},
      { kind: 'unfinished', whose: 'absorbed' },
    ],
    [
      'settings beyond a limit',
      { settings: settings({ a: 'x'.repeat(5000) }) },
      {},
      { kind: 'limit', limit: 'text', whose: 'absorbed' },
    ],
    [
      'settings that do not fit into one account',
      { settings: settings({ a: 'x'.repeat(4000), b: 'x'.repeat(4000), c: 'x'.repeat(2000) }) },
      {},
      expect.objectContaining({ kind: 'profileSize', limit: mostBytes }) as object,
    ],
  ])('is blocked by %s', (_case, second, given, blocker) => {
    const { proposal } = setUp(second, given);
    const plan = planLink(proposal, { direction: 'keepFirst', decisions: new Map() });

    expect(plan.blockers).toEqual([blocker]);
  });

  it('can always be made again from itself', () => {
    const { proposal } = setUp();
    for (const direction of ['keepFirst', 'keepSecond'] as const) {
      const plan = planLink(proposal, { direction, decisions: new Map() });

      expect(proposedAgain(proposal, plan, now + 1)).toEqual({ ...proposal, nowMs: now + 1 });
    }
  });
});

describe('firstChoices', () => {
  it('keeps the account in use, and decides nothing by hand', () => {
    expect(firstChoices(setUp().proposal)).toEqual({
      direction: 'keepFirst',
      decisions: new Map(),
    });
  });

  it('keeps the other where only that is allowed', () => {
    expect(firstChoices(setUp({ isProvisioned: true }).proposal).direction).toBe('keepSecond');
  });
});

describe('turned', () => {
  it('leaves each decision with the value it was made for', () => {
    const decisions = new Map([
      ['a', 'mine'],
      ['b', 'theirs'],
      ['c', 'both'],
    ] as const);
    const there = turned({ direction: 'keepFirst', decisions }, 'keepSecond');

    expect(there.direction).toBe('keepSecond');
    expect([...there.decisions.values()]).toEqual(['theirs', 'mine', 'both']);
    expect(turned(there, 'keepFirst').decisions).toEqual(decisions);
  });
});
