import assert from 'node:assert/strict';
import { before, test } from 'node:test';

import fc from 'fast-check';

import type { User } from '../../src/state/people/user.ts';
import { type Account, ada, adaAtGoogle, at, call } from '../testing/accounts.ts';
import { jsonOf } from '../testing/browser.ts';
import { origin, setUpTenant, type TestTenant } from '../testing/tenant.ts';

let tenant: TestTenant;
let accounts: readonly Account[];

before(async () => {
  tenant = setUpTenant();
  accounts = [
    await ada(tenant),
    await adaAtGoogle(tenant),
    await at(tenant, 'github', 'grace@example.com'),
    await at(tenant, 'facebook', 'margaret@example.com'),
    await at(tenant, 'acme-saml', 'katherine.johnson@acme.example'),
  ];
});

const attempts = fc.constantFrom(
  { method: 'GET', path: '', body: undefined },
  { method: 'PATCH', path: '', body: { user_metadata: { theme: 'stolen' } } },
  { method: 'PATCH', path: '', body: { email: 'thief@example.com' } },
  { method: 'POST', path: '/identities', body: { link_with: 'x' } },
  { method: 'DELETE', path: '/identities/auth0/x', body: undefined },
  { method: 'DELETE', path: '', body: undefined },
  { method: 'GET', path: '/enrollments', body: undefined },
  { method: 'GET', path: '/logs', body: undefined },
  { method: 'GET', path: '/roles', body: undefined },
  { method: 'GET', path: '/organizations', body: undefined },
);

/** Ways to write an id so that a careless comparison takes it for another. */
const spellings = fc.constantFrom(
  (id: string) => id,
  (id: string) => encodeURIComponent(id),
  (id: string) => id.toUpperCase(),
  (id: string) => `${encodeURIComponent(id)}%00`,
  (id: string) => `${encodeURIComponent(id)}%20`,
  (id: string) => encodeURIComponent(id).replace('%7C', '%7c'),
);

test('SEC-17: no access token reads or writes another person, however their id is written', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(),
      fc.nat(),
      attempts,
      spellings,
      async (mine, theirs, attempt, spell) => {
        const caller = accounts[mine % accounts.length];
        const users = tenant.state.users.all();
        const target = users[theirs % users.length];
        assert.ok(caller !== undefined && target !== undefined);
        fc.pre(caller.id !== target.user_id);
        const path = `${spell(target.user_id)}${attempt.path}`;
        const response = await call(tenant, attempt.method, path, caller.accessToken, attempt.body);

        assert.equal(response.status, 403, `${attempt.method} ${path}`);
        assert.ok(!(await response.text()).includes(target.identities[0].profile.name ?? '\n'));
        assert.deepEqual(tenant.state.users.all(), users);
      },
    ),
    { numRuns: 300 },
  );
});

test('SEC-17: no access token finds another person in a list', async () => {
  const lists = fc.constantFrom(
    (user: User) => `users?q=user_id:"${user.user_id}"`,
    (user: User) => `users-by-email?email=${user.identities[0].profile.email ?? ''}`,
    () => 'users',
    () => 'logs',
    () => 'connections',
    () => 'clients',
  );
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.nat(), lists, async (mine, theirs, pathOf) => {
      const users = tenant.state.users.all();
      const target = users[theirs % users.length];
      const authorization = `Bearer ${accounts[mine % accounts.length]?.accessToken ?? ''}`;
      assert.ok(target !== undefined);
      const response = await tenant.app.request(`${origin}/api/v2/${pathOf(target)}`, {
        headers: { authorization },
      });

      assert.equal(response.status, 403);
      assert.ok(!(await response.text()).includes(target.user_id));
    }),
    { numRuns: 60 },
  );
});

test('an access token tells /userinfo its own person, whoever else is named', async () => {
  for (const { id, accessToken } of accounts) {
    for (const other of accounts) {
      const query = new URLSearchParams({ sub: other.id, user_id: other.id });
      const response = await tenant.app.request(`${origin}/userinfo?${query.toString()}`, {
        headers: { authorization: `Bearer ${accessToken}` },
      });
      assert.equal((await jsonOf(response))['sub'], id);
    }
  }
});

test('an account’s token does what it may with its own account, and with that alone', async () => {
  const [caller] = accounts;
  assert.ok(caller !== undefined);

  for (const spelling of [caller.id, encodeURIComponent(caller.id)]) {
    assert.equal((await call(tenant, 'GET', spelling, caller.accessToken)).status, 200);
  }
});
