import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ada, adaAtGoogle } from '../testing/accounts.ts';
import { Browser, claimsOf, locationOf, tokensFrom } from '../testing/browser.ts';
import { control, turnOn } from '../testing/control.ts';
import { setUpTenant, type TestTenant } from '../testing/tenant.ts';

const expect = (tenant: TestTenant, ...ids: readonly string[]): Promise<Response> =>
  control(tenant, 'PUT', '/sign-ins', { user_ids: ids });

/** Goes where the tenant leads, and presses the one button there. */
async function answered(browser: Browser, params: Readonly<Record<string, string>> = {}) {
  const path = locationOf(await browser.authorize({ prompt: 'login', ...params }));

  return { path, page: await browser.send(path), press: () => browser.submit(path, {}) };
}

test('who is expected signs in without being asked, once and in turn', async () => {
  const tenant = setUpTenant();
  const { id } = await ada(tenant);
  const { id: google } = await adaAtGoogle(tenant);
  assert.equal((await expect(tenant, id, google)).status, 200);
  const browser = new Browser(tenant);
  const first = await answered(browser);

  assert.match(first.path, /^\/u\/expected/);
  assert.match(await first.page.text(), /document\.forms\[0\]\.submit\(\)/);
  assert.equal(claimsOf((await tokensFrom(tenant, await first.press())).idToken)['sub'], id);
  const second = await answered(browser, { connection: 'google-oauth2' });
  assert.equal(claimsOf((await tokensFrom(tenant, await second.press())).idToken)['sub'], google);
  assert.match((await answered(browser)).path, /^\/u\/login/);
});

test('at a connection where the expected person has no account, people are asked as ever', async () => {
  const tenant = setUpTenant();
  const { id } = await ada(tenant);
  await expect(tenant, id);
  const { path } = await answered(new Browser(tenant), { connection: 'google-oauth2' });

  assert.match(path, /^\/provider\/google-oauth2/);
});

test('a sign-in without its page passes through the faults all the same', async () => {
  const tenant = setUpTenant();
  const { id } = await ada(tenant);
  await expect(tenant, id);
  await turnOn(tenant, 'popup-never-returns');
  const { press } = await answered(new Browser(tenant), { response_mode: 'web_message' });

  assert.match(await (await press()).text(), /Nothing comes back/);
});

test('nobody is expected whom the tenant does not know, nor after a reset', async () => {
  const tenant = setUpTenant();
  const { id } = await ada(tenant);

  assert.equal((await expect(tenant, 'auth0|nobody')).status, 404);
  await expect(tenant, id);
  await control(tenant, 'POST', '/reset', {});
  assert.deepEqual(await (await control(tenant, 'GET', '/sign-ins')).json(), []);
});
