import assert from 'node:assert/strict';
import { test } from 'node:test';

import { claimsOf, text } from '../testing/browser.ts';
import { assertRefused, granted, machine, postForm, postJson } from '../testing/requests.ts';
import { withSettings } from '../testing/seeds.ts';
import { managementAudience, origin, setUpTenant, type TestTenant } from '../testing/tenant.ts';

const ask = (tenant: TestTenant, fields: Readonly<Record<string, string>> = {}) =>
  postForm(tenant, '/oauth/token', {
    grant_type: 'client_credentials',
    audience: managementAudience,
    ...machine,
    ...fields,
  });

test('a machine gets a token for what its grant names', async () => {
  const tenant = setUpTenant();
  const body = await granted(await ask(tenant));
  const claims = claimsOf(text(body['access_token']));

  assert.equal(claims['sub'], 'ligature-m2m@clients');
  assert.equal(claims['azp'], 'ligature-m2m');
  assert.equal(claims['aud'], managementAudience);
  assert.equal(claims['gty'], 'client-credentials');
  assert.match(text(body['scope']), /^read:users /);
  assert.equal(claims['scope'], body['scope']);
  assert.equal(body['expires_in'], 86_400);
  assert.equal(body['id_token'], undefined);
  assert.equal(body['refresh_token'], undefined);
  const users = await tenant.app.request(`${origin}/api/v2/users`, {
    headers: { authorization: `Bearer ${text(body['access_token'])}` },
  });
  assert.equal(users.status, 200);
});

test('a machine may ask for less, and gets no more than its grant', async () => {
  const body = await granted(await ask(setUpTenant(), { scope: 'read:users read:everything' }));

  assert.equal(body['scope'], 'read:users');
});

test('the secret may come in the header, and JSON is as good as a form', async () => {
  const tenant = setUpTenant();
  const { client_id, client_secret } = machine;
  const basic = Buffer.from(`${client_id}:${client_secret}`).toString('base64');
  const fields = { grant_type: 'client_credentials', audience: managementAudience };
  const inHeader = await postForm(tenant, '/oauth/token', fields, {
    authorization: `BASIC  ${basic}`,
  });
  const asJson = await postJson(tenant, '/oauth/token', { ...fields, ...machine });

  assert.equal(inHeader.status, 200);
  assert.equal(asJson.status, 200);
});

test('a wrong secret, and none, are refused', async () => {
  const tenant = setUpTenant();

  for (const client_secret of ['wrong', '']) {
    await assertRefused(await ask(tenant, { client_secret }), 401, 'access_denied', 'Unauthorized');
  }
});

test('an API that no grant names is refused in the words Auth0 uses', async () => {
  const tenant = setUpTenant();
  const audience = 'https://reports.ligature.example/';

  await assertRefused(
    await ask(tenant, { audience }),
    403,
    'access_denied',
    `Client is not authorized to access "${audience}". You need to create a "client-grant" associated to this API. See: https://auth0.com/docs/api/management/v2/client-grants/post-client-grants`,
  );
  await assertRefused(await ask(tenant, { audience: 'https://nowhere/' }), 403, 'access_denied');
  await assertRefused(await ask(tenant, { audience: '' }), 400, 'invalid_request');
});

test('the audience under https is the same API: the Node SDK can name no other', async () => {
  const audience = managementAudience.replace('http:', 'https:');
  const body = await granted(await ask(setUpTenant(), { audience }));

  assert.equal(claimsOf(text(body['access_token']))['aud'], managementAudience);
});

test('a default audience stands in for one that was left out', async () => {
  const tenant = setUpTenant(withSettings({ defaultAudience: managementAudience }));
  const body = await granted(await ask(tenant, { audience: '' }));

  assert.equal(claimsOf(text(body['access_token']))['aud'], managementAudience);
});

test('a page has no machine’s grant', async () => {
  await assertRefused(
    await ask(setUpTenant(), { client_id: 'ligature-spa' }),
    403,
    'unauthorized_client',
    "Grant type 'client_credentials' not allowed for the client.",
  );
});
