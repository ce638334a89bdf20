import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ada, call } from '../../testing/accounts.ts';
import { Browser, jsonOf, tokensFrom } from '../../testing/browser.ts';
import { origin, setUpTenant } from '../../testing/tenant.ts';

async function setUp() {
  const tenant = setUpTenant();
  const account = await ada(tenant);

  return {
    tenant,
    account,
    user: () => tenant.state.users.get(account.id),
    patch: (body: unknown) => call(tenant, 'PATCH', account.id, account.accessToken, body),
  };
}

test('REL-43: metadata merges on the first level only', async () => {
  const { patch } = await setUp();
  const response = await patch({ user_metadata: { theme: 'light', shortcuts: { help: '?' } } });
  const user = await jsonOf(response);

  assert.equal(response.status, 200);
  assert.deepEqual(user['user_metadata'], {
    theme: 'light',
    language: 'en',
    newsletter: true,
    bookmarks: ['/reports/engine', '/reports/bernoulli'],
    shortcuts: { help: '?' },
  });
});

test('REL-43: null takes a key away, an empty object stays', async () => {
  const { patch, user } = await setUp();
  await patch({ user_metadata: { theme: null, shortcuts: {}, nothing: null } });

  assert.deepEqual(user()?.user_metadata, {
    language: 'en',
    newsletter: true,
    bookmarks: ['/reports/engine', '/reports/bernoulli'],
    shortcuts: {},
  });
});

test('REL-43: an empty user_metadata removes all of it', async () => {
  const { patch, user } = await setUp();
  await patch({ user_metadata: {} });

  assert.deepEqual(user()?.user_metadata, {});
});

test('a profile of more than ten kilobytes is taken', async () => {
  const { patch, user } = await setUp();
  const note = 'x'.repeat(20_000);

  assert.equal((await patch({ user_metadata: { note } })).status, 200);
  assert.equal(user()?.user_metadata?.['note'], note);
});

test('create:current_user_metadata alone changes nothing', async () => {
  const { tenant, account, user } = await setUp();
  const scope = 'openid create:current_user_metadata';
  const signedIn = await new Browser(tenant).signIn('ada@example.com', 'Analytical-1843', {
    scope,
  });
  const { accessToken } = await tokensFrom(tenant, signedIn);
  const before = user();
  const body = { user_metadata: { theme: 'light' } };
  const response = await call(tenant, 'PATCH', account.id, accessToken, body);

  assert.equal(response.status, 403);
  assert.equal((await jsonOf(response))['errorCode'], 'insufficient_scope');
  assert.equal(user(), before);
});

test('null inside a value stays, for only the first level is merged', async () => {
  const { patch, user } = await setUp();
  await patch({ user_metadata: { shortcuts: { search: null } } });

  assert.deepEqual(user()?.user_metadata?.['shortcuts'], { search: null });
});

test('a key named __proto__ is data and nothing else', async () => {
  const { tenant, account, user } = await setUp();
  await tenant.app.request(`${origin}/api/v2/users/${account.id}`, {
    method: 'PATCH',
    headers: {
      authorization: `Bearer ${account.accessToken}`,
      'content-type': 'application/json',
    },
    body: '{"user_metadata":{"__proto__":{"admin":true}}}',
  });

  assert.equal(Object.getPrototypeOf(user()?.user_metadata), Object.prototype);
  assert.deepEqual(Object.keys(user()?.user_metadata ?? {}).at(-1), '__proto__');
});

test('updated_at tells of the change', async () => {
  const { tenant, patch } = await setUp();
  tenant.pass(5);
  const user = await jsonOf(await patch({ user_metadata: { theme: 'light' } }));

  assert.equal(user['updated_at'], new Date(tenant.nowMs()).toISOString());
});

test('SEC-21: everything but user_metadata is refused, and nothing changes', async () => {
  const { patch, user } = await setUp();
  const before = user();
  const refused = [
    { app_metadata: { roles: ['admin'] } },
    { email: 'other@example.com' },
    { password: 'Something-1' },
    { blocked: false },
    { name: 'Other', user_metadata: { theme: 'light' } },
  ];

  for (const body of refused) {
    const response = await patch(body);
    assert.equal(response.status, 403);
    assert.match(
      String((await jsonOf(response))['message']),
      /^You cannot update the following fields: (app_metadata|email|password|blocked|name)$/,
    );
  }
  assert.equal(user(), before);
});

test('a body that does not fit is refused, and nothing changes', async () => {
  const { patch, user } = await setUp();
  const before = user();
  const refused = [
    {},
    [],
    'text',
    null,
    { nickname_of_mine: 'x' },
    { user_metadata: null },
    { user_metadata: ['a'] },
    { user_metadata: { 'a.b': 1 } },
    { user_metadata: { $a: 1 } },
  ];

  for (const body of refused) {
    const response = await patch(body);
    assert.equal(response.status, 400, JSON.stringify(body));
    assert.equal((await jsonOf(response))['errorCode'], 'invalid_body');
  }
  assert.equal(user(), before);
});

test('a token that may only read is refused', async () => {
  const tenant = setUpTenant();
  const scope = 'openid read:current_user update:current_user_identities';
  const { accessToken } = await tokensFrom(
    tenant,
    await new Browser(tenant).signIn('ada@example.com', 'Analytical-1843', { scope }),
  );
  const response = await call(tenant, 'PATCH', 'auth0|x', accessToken, { user_metadata: {} });

  assert.equal(response.status, 403);
  assert.equal((await jsonOf(response))['errorCode'], 'insufficient_scope');
});
