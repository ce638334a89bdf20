import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ada, call, password } from '../../testing/accounts.ts';
import { Browser, callbackParams } from '../../testing/browser.ts';
import { manage, refusalOf } from '../../testing/machine.ts';
import { setUpTenant } from '../../testing/tenant.ts';

const margaretId = 'auth0|a0f79963b45b1036d126bf60';

test('a user goes with all identities, and again is no error', async () => {
  const tenant = setUpTenant();
  const path = `users/${encodeURIComponent(margaretId)}`;

  for (let times = 0; times < 2; times++) {
    const response = await manage(tenant, 'delete:users', 'DELETE', path);
    assert.equal(response.status, 204);
    assert.equal(response.headers.get('content-type'), 'application/json; charset=utf-8');
    assert.equal(await response.text(), '');
  }
  assert.equal(tenant.state.users.get(margaretId), undefined);
  assert.equal(tenant.state.users.ownerOf('facebook|11018757187888909'), undefined);
});

test('somebody who was just linked away is gone already, and their owner stays', async () => {
  const tenant = setUpTenant();
  const response = await manage(
    tenant,
    'delete:users',
    'DELETE',
    'users/facebook|11018757187888909',
  );

  assert.equal(response.status, 204);
  assert.equal(tenant.state.users.get(margaretId)?.identities.length, 3);
});

test('a deleted user’s browser is signed out, and the token finds nobody', async () => {
  const tenant = setUpTenant();
  const account = await ada(tenant);
  const browser = new Browser(tenant);
  await browser.signIn('ada@example.com', 'Analytical-1843');
  await manage(tenant, 'delete:users', 'DELETE', `users/${account.id}`);

  assert.equal(
    callbackParams(await browser.authorize({ prompt: 'none' })).get('error'),
    'login_required',
  );
  assert.equal((await call(tenant, 'GET', account.id, account.accessToken)).status, 404);
});

test('whoever gets the id of a deleted user gets neither their browser nor what they agreed to', async () => {
  const tenant = setUpTenant();
  const account = await ada(tenant);
  const browser = new Browser(tenant);
  await browser.signIn('ada@example.com', 'Analytical-1843');
  tenant.state.grants.consents.set(`${account.id} ligature-spa `, ['openid']);
  await manage(tenant, 'delete:users', 'DELETE', `users/${account.id}`);
  await manage(tenant, 'create:users', 'POST', 'users', {
    connection: password,
    email: 'ada@example.com',
    password: 'Another-1843',
    user_id: account.id.replace('auth0|', ''),
  });

  assert.ok(tenant.state.users.get(account.id));
  assert.equal(
    callbackParams(await browser.authorize({ prompt: 'none' })).get('error'),
    'login_required',
  );
  assert.deepEqual([...tenant.state.grants.consents], []);
});

test('nobody deletes users without delete:users, themselves included', async () => {
  const tenant = setUpTenant();
  const account = await ada(tenant);
  const refused = [
    await manage(tenant, 'update:users', 'DELETE', `users/${account.id}`),
    await call(tenant, 'DELETE', account.id, account.accessToken),
  ];

  for (const response of refused) {
    assert.deepEqual(await refusalOf(response), [
      403,
      'Insufficient scope, expected any of: delete:users,delete:current_user',
      'insufficient_scope',
    ]);
  }
  assert.ok(tenant.state.users.get(account.id));
});

test('an id without a bar is refused as a wrong address', async () => {
  const response = await manage(setUpTenant(), 'delete:users', 'DELETE', 'users/3241312');

  assert.deepEqual((await refusalOf(response)).at(-1), 'invalid_uri');
});
