import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ada, adaAtGoogle, call, linkWith } from '../testing/accounts.ts';
import {
  Browser,
  callbackParams,
  claimsOf,
  jsonOf,
  locationOf,
  tokensFrom,
} from '../testing/browser.ts';
import { control } from '../testing/control.ts';
import { refusalOf } from '../testing/machine.ts';
import { codeFor } from '../testing/requests.ts';
import { setUpTenant } from '../testing/tenant.ts';

test('the clock is right until it is moved', async () => {
  assert.deepEqual(await jsonOf(await control(setUpTenant(), 'GET', '/clock')), {
    offsetSeconds: 0,
  });
});

test('tokens end, and new ones begin, by the clock that was moved', async () => {
  const tenant = setUpTenant();
  const before = await ada(tenant);
  const moved = await control(tenant, 'PUT', '/clock', { offsetSeconds: 86_401 });
  const after = await ada(tenant);

  assert.deepEqual(await jsonOf(moved), { offsetSeconds: 86_401 });
  assert.equal((await call(tenant, 'GET', before.id, before.accessToken)).status, 401);
  assert.equal(
    Number(claimsOf(after.accessToken)['iat']) - Number(claimsOf(before.accessToken)['iat']),
    86_401,
  );
});

test('sessions and auth_time follow the clock too', async () => {
  const tenant = setUpTenant();
  const browser = new Browser(tenant);
  await browser.signIn('ada@example.com', 'Analytical-1843');
  await control(tenant, 'PUT', '/clock', { offsetSeconds: 200 });
  const params = { prompt: 'none', max_age: '300' };
  const { idToken } = await tokensFrom(tenant, await browser.authorize(params));
  const { iat, auth_time } = claimsOf(idToken);
  assert.equal(Number(iat) - Number(auth_time), 200);

  await control(tenant, 'PUT', '/clock', { offsetSeconds: 301 });
  assert.equal(callbackParams(await browser.authorize(params)).get('error'), 'login_required');
  await control(tenant, 'PUT', '/clock', { offsetSeconds: 86_400 * 8 });
  assert.equal(
    callbackParams(await browser.authorize({ prompt: 'none' })).get('error'),
    'login_required',
  );
});

test('codes and second sign-ins are too old by the clock as well', async () => {
  const tenant = setUpTenant();
  const browser = new Browser(tenant);
  const [primary, secondary] = [await ada(tenant), await adaAtGoogle(tenant)];
  const page = locationOf(await browser.authorize({ connection: 'sms' }));
  const codePage = locationOf(await browser.submit(page, { address: '+15555550100' }));
  await control(tenant, 'PUT', '/clock', { offsetSeconds: 181 });
  const late = await browser.submit(codePage, { code: codeFor(tenant, '+15555550100') });
  assert.match(await late.text(), /That code is too old/);

  await control(tenant, 'PUT', '/clock', { offsetSeconds: 36_001 });
  const link = await linkWith(tenant, primary, { link_with: secondary.idToken });
  assert.deepEqual(await refusalOf(link), [400, 'Invalid token (link_with).', undefined]);
});

test('the clock goes back as well, and reset sets it right', async () => {
  const tenant = setUpTenant();
  const right = tenant.nowMs();
  await control(tenant, 'PUT', '/clock', { offsetSeconds: -3600 });
  assert.equal(tenant.nowMs(), right - 3_600_000);
  await control(tenant, 'POST', '/reset');
  assert.equal(tenant.nowMs(), right);
});

test('an offset that is no time is refused by its path', async () => {
  const tenant = setUpTenant();
  for (const body of [
    {},
    { offsetSeconds: '1' },
    { offsetSeconds: 1e12 },
    { offsetSeconds: 1, x: 1 },
  ]) {
    const answer = await control(tenant, 'PUT', '/clock', body);
    assert.equal(answer.status, 400);
    assert.match(String((await jsonOf(answer))['message']), /^body\.(offsetSeconds|x) /);
  }
});
