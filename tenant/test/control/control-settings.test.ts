import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ada, call } from '../testing/accounts.ts';
import { Browser, callbackParams, jsonOf, text } from '../testing/browser.ts';
import { control } from '../testing/control.ts';
import { setUpTenant } from '../testing/tenant.ts';

test('the rate limit can be that of a free tenant, and a reset takes it back', async () => {
  const tenant = setUpTenant();
  await control(tenant, 'POST', '/reset');
  const before = await jsonOf(await control(tenant, 'GET', '/settings'));
  const { id, accessToken } = await ada(tenant);
  const answer = await control(tenant, 'PUT', '/settings', {
    rateLimit: { burst: 2, perSecond: 2 },
  });
  const statuses = [];
  for (let index = 0; index < 3; index += 1) {
    statuses.push((await call(tenant, 'GET', id, accessToken)).status);
  }

  assert.equal(answer.status, 200);
  assert.deepEqual(statuses, [200, 200, 429]);
  await control(tenant, 'POST', '/reset');
  assert.deepEqual(await jsonOf(await control(tenant, 'GET', '/settings')), before);
});

test('cookies can be blocked and let through, and consent be asked for on this machine', async () => {
  const tenant = setUpTenant();
  const browser = new Browser(tenant);
  await browser.signIn('ada@example.com', 'Analytical-1843');
  const silent = async () =>
    callbackParams(await browser.authorize({ prompt: 'none' })).get('error');
  await control(tenant, 'PUT', '/settings', { cookiesBlocked: true });
  assert.equal(await silent(), 'login_required');
  await control(tenant, 'PUT', '/settings', { cookiesBlocked: false });
  assert.equal(await silent(), null);
  await control(tenant, 'PUT', '/settings', { loopbackNeedsConsent: true });
  assert.equal(await silent(), 'consent_required');
});

test('a setting that does not exist or makes no sense is refused, and nothing is adjusted', async () => {
  const tenant = setUpTenant();
  const before = await jsonOf(await control(tenant, 'GET', '/settings'));
  for (const [body, path] of [
    [{ rateLimit: { burst: 0 }, cookiesBlocked: true }, 'body.rateLimit.burst must be'],
    [{ rateLimit: { perHour: 1 } }, 'body.rateLimit.perHour is not'],
    [{ cookiesBlocked: 'yes' }, 'body.cookiesBlocked must be'],
    [{ theme: 'dark' }, 'body.theme is not'],
  ] as const) {
    const answer = await control(tenant, 'PUT', '/settings', body);
    assert.equal(answer.status, 400);
    assert.ok(text((await jsonOf(answer))['message']).startsWith(path), path);
  }
  assert.deepEqual(await jsonOf(await control(tenant, 'GET', '/settings')), before);
});
