import assert from 'node:assert/strict';
import { test } from 'node:test';

import { jsonOf } from '../testing/browser.ts';
import { manage } from '../testing/machine.ts';
import { origin, setUpTenant, type TestTenant } from '../testing/tenant.ts';

function setUp(): TestTenant {
  const tenant = setUpTenant();
  tenant.state.config.rateLimit = { burst: 2, perSecond: 2, exposeHeaders: true };

  return tenant;
}

const ask = (tenant: TestTenant) => manage(tenant, 'read:users', 'GET', 'users?per_page=1');
const names = ['limit', 'remaining', 'reset'].map((name) => `x-ratelimit-${name}`);

test('the limit is on by default, generously', () => {
  assert.deepEqual(setUpTenant().seed.rateLimit, {
    burst: 10,
    perSecond: 10,
    exposeHeaders: true,
  });
});

test('every answer says where the caller stands, a refusal too', async () => {
  const tenant = setUp();
  const nowSeconds = tenant.nowMs() / 1000;
  const first = await ask(tenant);
  const refused = await manage(tenant, 'read:clients', 'GET', 'users');

  assert.deepEqual(
    names.map((name) => first.headers.get(name)),
    ['2', '1', String(nowSeconds)],
  );
  assert.equal(refused.status, 403);
  assert.deepEqual(
    names.map((name) => refused.headers.get(name)),
    ['2', '0', String(nowSeconds + 1)],
  );
});

test('the call too many is refused in Auth0’s words, and told when to come back', async () => {
  const tenant = setUp();
  await ask(tenant);
  await ask(tenant);
  const response = await ask(tenant);

  assert.equal(response.status, 429);
  assert.deepEqual(await jsonOf(response), {
    statusCode: 429,
    error: 'Too Many Requests',
    message: 'Global limit has been reached',
    errorCode: 'too_many_requests',
  });
  assert.equal(response.headers.get('retry-after'), '1');
  assert.equal(response.headers.get('x-ratelimit-remaining'), '0');
  assert.equal(response.headers.get('x-ratelimit-reset'), String(tenant.nowMs() / 1000 + 1));
  assert.equal(tenant.state.log.entries().at(-1)?.type, 'api_limit');
});

test('waiting as long as told is enough', async () => {
  const tenant = setUp();
  await ask(tenant);
  await ask(tenant);
  const waits = Number((await ask(tenant)).headers.get('retry-after'));
  tenant.pass(waits);

  assert.equal((await ask(tenant)).status, 200);
});

test('preflights are answered over the limit, and do not count', async () => {
  const tenant = setUp();
  const preflight = () =>
    tenant.app.request(`${origin}/api/v2/users/x`, {
      method: 'OPTIONS',
      headers: { origin: 'http://localhost:4200' },
    });
  for (let times = 0; times < 5; times++) assert.equal((await preflight()).status, 204);
  await ask(tenant);

  assert.equal((await ask(tenant)).status, 200);
  assert.equal((await preflight()).status, 204);
});

test('whether a page may read the headers is a setting', async () => {
  const tenant = setUp();
  const exposed = async () =>
    (
      await tenant.app.request(`${origin}/api/v2/users/x`, {
        headers: { origin: 'http://localhost:4200' },
      })
    ).headers.get('access-control-expose-headers');

  assert.match((await exposed()) ?? '', /X-RateLimit-Reset, Retry-After/);
  tenant.state.config.rateLimit = { ...tenant.state.config.rateLimit, exposeHeaders: false };
  assert.doesNotMatch((await exposed()) ?? '', /RateLimit|Retry/);
});
