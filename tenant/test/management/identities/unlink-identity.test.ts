import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ada, adaAtGoogle, at, call, linkWith } from '../../testing/accounts.ts';
import { jsonOf } from '../../testing/browser.ts';
import { setUpTenant } from '../../testing/tenant.ts';

/** Ada's password account with her Google account linked under it. */
async function setUp() {
  const tenant = setUpTenant();
  const primary = await ada(tenant);
  const secondary = await adaAtGoogle(tenant);
  await linkWith(tenant, primary, { link_with: secondary.idToken });

  return {
    tenant,
    primary,
    secondary,
    unlink: (identity: string) =>
      call(tenant, 'DELETE', `${primary.id}/identities/${identity}`, primary.accessToken),
  };
}

test('what remains is answered, and the account comes back under its old id without metadata', async () => {
  const { tenant, secondary, unlink } = await setUp();
  tenant.pass(10);
  const response = await unlink(secondary.id.replace('|', '/'));
  const remaining: unknown = await response.json();
  const again = tenant.state.users.get(secondary.id);

  assert.ok(again);
  assert.equal(response.status, 200);
  assert.ok(Array.isArray(remaining) && remaining.length === 1);
  assert.match(JSON.stringify(remaining), /^\[\{"profileData":/);
  assert.equal(again.identities[0].profile.email, 'ada@example.com');
  assert.equal(again.created_at, new Date(tenant.nowMs()).toISOString());
  assert.equal(again.user_metadata, undefined);
  assert.equal((await adaAtGoogle(tenant)).id, secondary.id);
});

test('the first identity cannot be removed', async () => {
  const { tenant, primary, unlink } = await setUp();
  const response = await unlink(primary.id.replace('|', '/'));

  assert.equal(response.status, 400);
  assert.equal((await jsonOf(response))['message'], 'Main identity cannot be removed.');
  assert.equal(tenant.state.users.get(primary.id)?.identities.length, 2);
});

test('an identity that the account does not have is refused', async () => {
  const { tenant, primary, secondary, unlink } = await setUp();
  const userId = secondary.id.split('|')[1] ?? '';

  for (const identity of ['google-oauth2/1', `facebook/${userId}`]) {
    assert.equal((await unlink(identity)).status, 400);
  }
  assert.equal(tenant.state.users.get(primary.id)?.identities.length, 2);
});

test('an enterprise identity is found with its connection in front, and without', async () => {
  const { tenant, primary, unlink } = await setUp();
  const id = 'katherine.johnson@acme.example';

  for (const path of [`acme-saml|${id}`, encodeURIComponent(`acme-saml|${id}`), id]) {
    const katherine = await at(tenant, 'acme-saml', id);
    await linkWith(tenant, primary, { link_with: katherine.idToken });
    assert.equal((await unlink(`samlp/${path}`)).status, 200, path);
    assert.ok(tenant.state.users.get(`samlp|acme-saml|${id}`));
  }
});

test('a numeric id is found by its digits, and stays a number', async () => {
  const { tenant, primary, unlink } = await setUp();
  const grace = await at(tenant, 'github', 'grace@example.com');
  await linkWith(tenant, primary, { link_with: grace.idToken });

  assert.equal((await unlink(grace.id.replace('|', '/'))).status, 200);
  assert.equal(typeof tenant.state.users.get(grace.id)?.identities[0].user_id, 'number');
});
