import assert from 'node:assert/strict';
import { test } from 'node:test';

import { listOf, manage, refusalOf } from '../../testing/machine.ts';
import { setUpTenant } from '../../testing/tenant.ts';

async function idsOf(email: string): Promise<readonly unknown[]> {
  const tenant = setUpTenant();
  const path = `users-by-email?email=${encodeURIComponent(email)}`;

  return (await listOf(await manage(tenant, 'read:users', 'GET', path))).map(
    ({ user_id }) => user_id,
  );
}

test('one address may be several accounts’, one for each connection', async () => {
  assert.deepEqual(await idsOf('ada@example.com'), [
    'auth0|1fd9e31003bc63f898467e36',
    'google-oauth2|119230946235884572310',
  ]);
});

test('an address nobody has is an empty list, and so is one in another spelling', async () => {
  assert.deepEqual(await idsOf('nobody@example.com'), []);
  assert.deepEqual(await idsOf('Ada@example.com'), []);
});

test('an address that only a linked identity has finds nobody', async () => {
  assert.deepEqual(await idsOf('margaret.hamilton@example.org'), []);
});

test('without an address, or with more than Auth0 knows, the query is refused', async () => {
  const tenant = setUpTenant();
  const missing = await manage(tenant, 'read:users', 'GET', 'users-by-email');
  const totals = await manage(
    tenant,
    'read:users',
    'GET',
    'users-by-email?email=a@b.c&include_totals=true',
  );

  assert.deepEqual(await refusalOf(missing), [
    400,
    "Query validation error: 'Missing required property: email'.",
    'invalid_query_string',
  ]);
  assert.equal((await refusalOf(totals))[0], 400);
});

test('the address follows the account: changed, linked away and deleted', async () => {
  const tenant = setUpTenant();
  const find = async (email: string) =>
    (await listOf(await manage(tenant, 'read:users', 'GET', `users-by-email?email=${email}`)))
      .length;
  const scope = 'update:users';
  await manage(tenant, scope, 'PATCH', 'users/auth0|1fd9e31003bc63f898467e36', {
    email: 'countess@example.com',
  });
  assert.deepEqual([await find('ada@example.com'), await find('countess@example.com')], [1, 1]);

  await manage(tenant, scope, 'POST', 'users/auth0|1fd9e31003bc63f898467e36/identities', {
    provider: 'google-oauth2',
    user_id: '119230946235884572310',
  });
  assert.equal(await find('ada@example.com'), 0);

  await manage(tenant, 'delete:users', 'DELETE', 'users/auth0|1fd9e31003bc63f898467e36');
  assert.equal(await find('countess@example.com'), 0);
});
