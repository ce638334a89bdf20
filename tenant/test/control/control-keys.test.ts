import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ada, call } from '../testing/accounts.ts';
import { jsonOf } from '../testing/browser.ts';
import { control } from '../testing/control.ts';
import { origin, setUpTenant, type TestTenant } from '../testing/tenant.ts';

async function kids(tenant: TestTenant): Promise<readonly string[]> {
  const body = await (await tenant.app.request(`${origin}/.well-known/jwks.json`)).text();

  return body.match(/"kid":"[^"]+"/g) ?? [];
}

test('after a rotation a new key signs, and what the old one signed still counts', async () => {
  const tenant = setUpTenant();
  const before = await ada(tenant);
  const [old] = await kids(tenant);
  const answer = await control(tenant, 'POST', '/keys/rotate');
  const after = await ada(tenant);

  assert.equal(answer.status, 200);
  assert.equal((await kids(tenant)).length, 2);
  assert.equal((await kids(tenant))[1], old);
  assert.doesNotMatch(JSON.stringify(await jsonOf(answer)), /"(d|p|q)":/);
  assert.notEqual(after.accessToken.split('.')[0], before.accessToken.split('.')[0]);
  for (const { id, accessToken } of [before, after]) {
    assert.equal((await call(tenant, 'GET', id, accessToken)).status, 200);
  }
});

test('with revoke the old key is gone at once', async () => {
  const tenant = setUpTenant();
  const { id, accessToken } = await ada(tenant);
  await control(tenant, 'POST', '/keys/rotate', { revoke: true });

  assert.equal((await kids(tenant)).length, 1);
  assert.equal((await call(tenant, 'GET', id, accessToken)).status, 401);
});
