import assert from 'node:assert/strict';
import { test } from 'node:test';

import fc from 'fast-check';

import { type Identity, identityKey } from '../../src/state/people/user.ts';
import { type Account, accountFrom, call, linkWith } from '../testing/accounts.ts';
import { Browser } from '../testing/browser.ts';
import { setUpTenant, type TestTenant } from '../testing/tenant.ts';

/** One step of a story. Numbers choose among what there is by then. */
type Step =
  | { readonly kind: 'sign-in'; readonly identity: number }
  | { readonly kind: 'link'; readonly primary: number; readonly secondary: number }
  | { readonly kind: 'unlink'; readonly account: number; readonly identity: number }
  | { readonly kind: 'patch'; readonly account: number; readonly metadata: object };

const choice = fc.nat(1000);
const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    {
      arbitrary: fc.record({ kind: fc.constant('sign-in' as const), identity: choice }),
      weight: 2,
    },
    {
      arbitrary: fc.record({
        kind: fc.constant('link' as const),
        primary: choice,
        secondary: choice,
      }),
      weight: 3,
    },
    {
      arbitrary: fc.record({
        kind: fc.constant('unlink' as const),
        account: choice,
        identity: choice,
      }),
      weight: 2,
    },
    {
      arbitrary: fc.record({
        kind: fc.constant('patch' as const),
        account: choice,
        metadata: fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 4 }),
      }),
      weight: 1,
    },
  ),
  { minLength: 4, maxLength: 14 },
);

/** The people of the story: those who sign in at a page, one of them with three identities. */
function setUpStory(): TestTenant {
  return setUpTenant((seed) => ({
    ...seed,
    users: seed.users.filter(({ blocked, identities }) => {
      const isEasy = ({ provider, profile }: Identity) =>
        provider !== 'sms' && provider !== 'email' && profile.email !== undefined;

      return blocked !== true && identities.every(isEasy);
    }),
  }));
}

async function signIn(tenant: TestTenant, { connection, profile, password }: Identity) {
  const email = profile.email ?? '';
  const browser = new Browser(tenant);

  return accountFrom(
    tenant,
    password === undefined
      ? await browser.signInAt(connection, email)
      : await browser.signIn(email, password),
  );
}

function pick<Item>(items: readonly Item[], choice: number): Item {
  const item = items[choice % items.length];
  assert.ok(item !== undefined);

  return item;
}

function identitiesOf(tenant: TestTenant): readonly Identity[] {
  return tenant.state.users.all().flatMap(({ identities }) => identities);
}

async function take(step: Step, accounts: Account[], tenant: TestTenant): Promise<void> {
  if (step.kind === 'sign-in' || accounts.length === 0) {
    const choice = step.kind === 'sign-in' ? step.identity : 0;
    accounts.push(await signIn(tenant, pick(identitiesOf(tenant), choice)));

    return;
  }
  if (step.kind === 'link') {
    const secondary = pick(accounts, step.secondary);
    const primary = pick(accounts, step.primary);
    const response = await linkWith(tenant, primary, { link_with: secondary.idToken });
    assert.ok([201, 400, 404, 409].includes(response.status), String(response.status));

    return;
  }
  const account = pick(accounts, step.account);
  const id = encodeURIComponent(account.id);
  if (step.kind === 'patch') {
    const body = { user_metadata: step.metadata };
    const response = await call(tenant, 'PATCH', id, account.accessToken, body);
    assert.ok([200, 400, 404].includes(response.status), String(response.status));

    return;
  }
  const { provider, user_id } = pick(identitiesOf(tenant), step.identity);
  const path = `${id}/identities/${provider}/${encodeURIComponent(user_id)}`;
  const response = await call(tenant, 'DELETE', path, account.accessToken);
  assert.ok([200, 400, 404].includes(response.status), String(response.status));
}

/** Nothing is lost, nothing is twice, and everybody is named after the first identity. */
function assertOneOwnerEach(tenant: TestTenant, keys: readonly string[]): void {
  assert.deepEqual(identitiesOf(tenant).map(identityKey).sort(), keys);
  for (const user of tenant.state.users.all()) {
    assert.equal(user.user_id, identityKey(user.identities[0]));
    for (const identity of user.identities) {
      assert.equal(tenant.state.users.ownerOf(identityKey(identity)), user);
    }
  }
}

async function assertFirstIdentityStays(tenant: TestTenant, account: Account): Promise<void> {
  const before = tenant.state.users.get(account.id);
  if (before === undefined) return;
  const [{ provider, user_id }] = before.identities;
  const path = `${encodeURIComponent(account.id)}/identities/${provider}/${encodeURIComponent(user_id)}`;
  const response = await call(tenant, 'DELETE', path, account.accessToken);
  assert.equal(response.status, 400);
  assert.equal(tenant.state.users.get(account.id), before);
}

test('no story of signing in, linking, unlinking and changing loses an identity, or gives one to two people, or the first away', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (story) => {
      const tenant = setUpStory();
      const keys = identitiesOf(tenant).map(identityKey).sort();
      const accounts: Account[] = [];
      for (const step of story) {
        await take(step, accounts, tenant);
        assertOneOwnerEach(tenant, keys);
      }
      for (const account of accounts) await assertFirstIdentityStays(tenant, account);
    }),
    { numRuns: 60 },
  );
});

test('unlinking what was linked gives the account its id back, and signs it in under that', async () => {
  await fc.assert(
    fc.asyncProperty(choice, choice, async (first, second) => {
      const tenant = setUpStory();
      const single = tenant.state.users.all().filter(({ identities }) => identities.length === 1);
      const [one, two] = [pick(single, first), pick(single, second)];
      fc.pre(one !== two);
      const primary = await signIn(tenant, one.identities[0]);
      const secondary = await signIn(tenant, two.identities[0]);
      await linkWith(tenant, primary, { link_with: secondary.idToken });
      const { provider, user_id } = two.identities[0];
      const path = `${encodeURIComponent(one.user_id)}/identities/${provider}/${encodeURIComponent(user_id)}`;
      const response = await call(tenant, 'DELETE', path, primary.accessToken);

      assert.equal(response.status, 200);
      assert.equal((await signIn(tenant, two.identities[0])).id, two.user_id);
      assert.equal(tenant.state.users.get(two.user_id)?.user_metadata, undefined);
    }),
    { numRuns: 25 },
  );
});
