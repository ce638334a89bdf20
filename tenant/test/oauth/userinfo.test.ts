import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ada } from '../testing/accounts.ts';
import { Browser, jsonOf, tokensFrom } from '../testing/browser.ts';
import { origin, setUpTenant, type TestTenant } from '../testing/tenant.ts';

const ask = (tenant: TestTenant, authorization?: string) =>
  tenant.app.request(`${origin}/userinfo`, {
    ...(authorization !== undefined && { headers: { authorization } }),
  });

test('an opaque token and one for the Management API both tell who it is', async () => {
  const tenant = setUpTenant();
  const account = await ada(tenant);
  const opaque = await tokensFrom(
    tenant,
    await new Browser(tenant).signIn('ada@example.com', 'Analytical-1843', { audience: '' }),
  );

  for (const [scheme, { accessToken }] of [
    ['Bearer', account],
    ['bearer  ', opaque],
  ] as const) {
    const body = await jsonOf(await ask(tenant, `${scheme} ${accessToken}`));
    assert.equal(body['sub'], account.id);
    assert.equal(body['email'], 'ada@example.com');
    assert.equal(body['user_metadata'], undefined);
  }
});

test('what is no access token is refused', async () => {
  const tenant = setUpTenant();
  const { idToken, accessToken } = await ada(tenant);
  const refused = [
    undefined,
    'Bearer x',
    `Bearer ${idToken}`,
    `Basic ${accessToken}`,
    `Bearer ${accessToken} x`,
  ];

  for (const authorization of refused) {
    const response = await ask(tenant, authorization);
    assert.equal(response.status, 401);
    assert.match(response.headers.get('www-authenticate') ?? '', /^Bearer/);
    assert.equal((await jsonOf(response))['error'], 'invalid_token');
  }
});

test('an access token ends with its lifetime', async () => {
  const tenant = setUpTenant();
  const { accessToken } = await ada(tenant);
  tenant.pass(tenant.state.config.lifetimes.accessTokenMs / 1000);

  assert.equal((await ask(tenant, `Bearer ${accessToken}`)).status, 401);
});
