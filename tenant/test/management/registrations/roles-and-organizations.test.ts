import assert from 'node:assert/strict';
import { test } from 'node:test';

import { jsonOf } from '../../testing/browser.ts';
import { listOf, manage, refusalOf } from '../../testing/machine.ts';
import { setUpTenant } from '../../testing/tenant.ts';

const adaId = 'auth0|1fd9e31003bc63f898467e36';
const scope = 'read:users read:organizations update:users';

/** Two accounts, of which the second has a role and is a member. */
function setUp() {
  const tenant = setUpTenant();
  const grace = tenant.state.users.findByEmail('github', 'grace@example.com');
  assert.ok(grace);
  tenant.state.users.put({ ...grace.user, roles: ['Analyst'], organizations: ['acme'] });
  const path = (id: string, list: string) => `users/${encodeURIComponent(id)}/${list}`;

  return {
    tenant,
    grace: grace.user,
    read: (id: string, list: string) => manage(tenant, scope, 'GET', path(id, list)),
  };
}

test('the roles and organizations of an account are listed, bare or in the wrapper of the SDKs', async () => {
  const { read, grace } = setUp();
  const [role] = await listOf(await read(grace.user_id, 'roles'));
  const wrapped = await jsonOf(await read(grace.user_id, 'organizations?include_totals=true'));

  assert.match(String(role?.['id']), /^rol_\w{16}$/);
  assert.deepEqual(
    [role?.['name'], role?.['description']],
    ['Analyst', 'Reads and writes reports'],
  );
  assert.equal(wrapped['total'], 1);
  assert.equal('length' in wrapped, false);
  assert.match(JSON.stringify(wrapped['organizations']), /"id":"org_\w{16}","name":"acme"/);
});

test('an account that has neither has empty lists', async () => {
  const { read } = setUp();

  for (const list of ['roles', 'organizations']) {
    assert.deepEqual(await listOf(await read(adaId, list)), []);
  }
});

test('a link does not bring the roles and memberships of the account that is absorbed', async () => {
  const { tenant, read, grace } = setUp();
  const [{ provider, user_id }] = grace.identities;
  const path = `users/${encodeURIComponent(adaId)}/identities`;
  const linked = await manage(tenant, scope, 'POST', path, { provider, user_id });
  assert.equal(linked.status, 201);

  for (const list of ['roles', 'organizations']) {
    assert.deepEqual(await listOf(await read(adaId, list)), []);
    assert.equal((await read(grace.user_id, list)).status, 404);
  }
});

test('reading them takes their scope, and a parameter that is not known is refused', async () => {
  const { tenant, read } = setUp();
  const roles = await manage(tenant, 'read:clients', 'GET', `users/${adaId}/roles`);
  const organizations = await manage(tenant, 'read:users', 'GET', `users/${adaId}/organizations`);

  assert.deepEqual(await refusalOf(roles), [
    403,
    'Insufficient scope, expected any of: read:users,read:roles,read:role_members',
    'insufficient_scope',
  ]);
  assert.deepEqual(await refusalOf(organizations), [
    403,
    'Insufficient scope, expected any of: read:organizations',
    'insufficient_scope',
  ]);
  assert.equal((await read(adaId, 'roles?hat=1')).status, 400);
});
