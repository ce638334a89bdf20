import assert from 'node:assert/strict';
import { test } from 'node:test';

import fc from 'fast-check';

import { type Identity, identityKey, type User } from '../../src/state/people/user.ts';
import { type Account, accountFrom, call, linkWith } from '../testing/accounts.ts';
import { Browser } from '../testing/browser.ts';
import { control } from '../testing/control.ts';
import { manage } from '../testing/machine.ts';
import { setUpTenant, type TestTenant } from '../testing/tenant.ts';

/** A tenant in the middle of a story, whoever has signed in so far, and every identity there must be. */
interface Story {
  readonly tenant: TestTenant;
  readonly accounts: Account[];
  readonly keys: Set<string>;
}

/** One thing that somebody does; the numbers choose among what there is by then. */
type Step = (story: Story, first: number, second: number) => Promise<unknown>;

const usersOf = ({ tenant }: Story): readonly User[] => tenant.state.users.all();
const identitiesOf = (story: Story): readonly Identity[] =>
  usersOf(story).flatMap(({ identities }) => identities);

function pick<Item>(items: readonly Item[], choice: number): Item {
  const item = items[choice % items.length];
  assert.ok(item !== undefined);

  return item;
}

function identityPath(user: User, { provider, user_id }: Identity): string {
  return `${encodeURIComponent(user.user_id)}/identities/${provider}/${encodeURIComponent(user_id)}`;
}

function signIn(tenant: TestTenant, identity: Identity): Promise<Response> {
  const { connection, provider, profile, password, user_id } = identity;
  const browser = new Browser(tenant);
  if (provider === 'auth0') return browser.signIn(profile.email ?? '', password ?? '');
  const address = provider === 'sms' ? profile.phone_number : profile.email;
  if (provider === 'sms' || provider === 'email') {
    return browser.signInByCode(connection, address ?? '');
  }

  return browser.continueAs(connection, String(user_id));
}

const steps: Readonly<Record<string, Step>> = {
  'somebody signs in': async (story, which) => {
    const answer = await signIn(story.tenant, pick(identitiesOf(story), which));
    story.accounts.push(await accountFrom(story.tenant, answer));
  },
  'somebody new signs in by code': async (story, which) => {
    const [connection, address] = pick(
      [
        ['sms', '+15555550190'],
        ['email', 'new@example.org'],
      ] as const,
      which,
    );
    const answer = await new Browser(story.tenant).signInByCode(connection, address);
    const account = await accountFrom(story.tenant, answer);
    story.accounts.push(account);
    story.keys.add(account.id);
  },
  'a person links': async ({ tenant, accounts }, one, other) => {
    if (accounts.length === 0) return;
    await linkWith(tenant, pick(accounts, one), { link_with: pick(accounts, other).idToken });
  },
  'a person unlinks': async (story, who, which) => {
    const [user, account] = [pick(usersOf(story), who), story.accounts.at(-1)];
    const path = identityPath(user, pick(user.identities, which));
    await call(story.tenant, 'DELETE', path, account?.accessToken ?? '');
  },
  'a machine links by name': async (story, who, which) => {
    const { provider, user_id } = pick(identitiesOf(story), which);
    const path = `users/${encodeURIComponent(pick(usersOf(story), who).user_id)}/identities`;
    await manage(story.tenant, 'update:users', 'POST', path, { provider, user_id });
  },
  'a machine unlinks': async (story, who, which) => {
    const user = pick(usersOf(story), who);
    const path = `users/${identityPath(user, pick(user.identities, which))}`;
    await manage(story.tenant, 'update:users', 'DELETE', path);
  },
  'a machine changes an address': async (story, who, which) => {
    const user = pick(usersOf(story), who);
    const { connection, provider } = pick(user.identities, which);
    const change =
      provider === 'sms'
        ? { phone_number: `+1555555018${which % 3}` }
        : { email: `moved.${which % 3}@example.org` };
    const path = `users/${encodeURIComponent(user.user_id)}`;
    await manage(story.tenant, 'update:users', 'PATCH', path, { connection, ...change });
  },
  'the workbench links': async (story, who, which) => {
    const path = `/users/${encodeURIComponent(pick(usersOf(story), who).user_id)}/identities`;
    const { user_id } = pick(usersOf(story), which);
    await control(story.tenant, 'POST', path, { user_id });
  },
  'the workbench unlinks': async (story, who, which) => {
    const user = pick(usersOf(story), who);
    const path = `/users/${identityPath(user, pick(user.identities, which))}`;
    await control(story.tenant, 'DELETE', path);
  },
};

function setUpStory(): Story {
  const tenant = setUpTenant((seed) => ({
    ...seed,
    users: seed.users.filter(({ blocked }) => blocked !== true),
  }));
  const keys = tenant.state.users.all().flatMap(({ identities }) => identities.map(identityKey));

  return { tenant, accounts: [], keys: new Set(keys) };
}

/** Nothing is lost, nothing is twice, and everybody is named after the first identity. */
function assertOneOwnerEach(story: Story): void {
  assert.deepEqual(identitiesOf(story).map(identityKey).sort(), [...story.keys].sort());
  for (const user of usersOf(story)) {
    assert.equal(user.user_id, identityKey(user.identities[0]));
    for (const identity of user.identities) {
      assert.equal(story.tenant.state.users.ownerOf(identityKey(identity)), user);
    }
  }
}

/** Neither a machine nor the workbench can take anybody's first identity away. */
async function assertFirstIdentitiesStay(story: Story): Promise<void> {
  for (const user of usersOf(story)) {
    const path = `users/${identityPath(user, user.identities[0])}`;
    const answers = [
      await manage(story.tenant, 'update:users', 'DELETE', path),
      await control(story.tenant, 'DELETE', `/${path}`),
    ];
    assert.deepEqual(
      answers.map(({ status }) => status),
      [400, 400],
    );
  }
  assertOneOwnerEach(story);
}

const choice = fc.nat(1000);
const stories = fc.array(fc.tuple(fc.constantFrom(...Object.keys(steps)), choice, choice), {
  minLength: 4,
  maxLength: 16,
});

test('whoever signs in, links, unlinks or changes, every identity stays, at one person', async () => {
  const taken = new Set<string>();
  await fc.assert(
    fc.asyncProperty(stories, async (told) => {
      const story = setUpStory();
      for (const [name, first, second] of told) {
        await steps[name]?.(story, first, second);
        taken.add(name);
        assertOneOwnerEach(story);
      }
      await assertFirstIdentitiesStay(story);
    }),
    { numRuns: 40 },
  );
  assert.deepEqual([...taken].sort(), Object.keys(steps).sort());
});
