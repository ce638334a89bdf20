import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Browser, callbackParams, jsonOf, text } from '../testing/browser.ts';
import { control } from '../testing/control.ts';
import { setUpTenant } from '../testing/tenant.ts';

const spa = '/clients/ligature-spa';

test('a client can be given other settings while the tenant runs, and a reset takes them back', async () => {
  const tenant = setUpTenant();
  const browser = new Browser(tenant);
  const status = async () => (await browser.authorize({ prompt: 'none' })).status;
  assert.equal(await status(), 302);
  const answer = await control(tenant, 'PATCH', spa, { callbacks: [] });
  assert.equal(answer.status, 200);
  assert.equal((await jsonOf(answer))['client_secret'], undefined);
  assert.equal(await status(), 400);
  await control(tenant, 'POST', '/reset');
  assert.equal(await status(), 302);
});

test('a connection can be taken from a client', async () => {
  const tenant = setUpTenant();
  const browser = new Browser(tenant);
  const silent = async () =>
    callbackParams(await browser.authorize({ prompt: 'none', connection: 'github' })).get('error');
  assert.equal(await silent(), 'login_required');
  await control(tenant, 'PATCH', '/connections/github', { enabled_clients: [] });
  assert.equal(await silent(), 'invalid_request');
});

test('a client can be made one that takes nobody without an organization', async () => {
  const tenant = setUpTenant();
  const browser = new Browser(tenant);
  await control(tenant, 'PATCH', spa, { organization_usage: 'require' });
  const answer = callbackParams(await browser.authorize({ prompt: 'none' }));
  assert.equal(answer.get('error'), 'invalid_request');
  assert.equal(
    answer.get('error_description'),
    'parameter organization is required for this client',
  );
});

test('a connection can be given people who have a user name and no e-mail address', async () => {
  const tenant = setUpTenant();
  const add = async () =>
    (
      await control(tenant, 'POST', '/users', {
        connection: 'Username-Password-Authentication',
        username: 'countess',
      })
    ).status;
  assert.equal(await add(), 400);
  const options = { requires_username: true };
  await control(tenant, 'PATCH', '/connections/Username-Password-Authentication', { options });
  assert.equal(await add(), 201);
});

test('what is not there, or not a setting, is refused, and nothing is changed', async () => {
  const tenant = setUpTenant();
  for (const [path, body, status, message] of [
    ['/clients/nobody', {}, 404, 'client nobody'],
    ['/connections/nothing', { enabled_clients: [] }, 404, 'connection nothing'],
    [spa, { callbacks: 'one' }, 400, 'body.callbacks must be'],
    [spa, { refresh_token: { leewey: 1 } }, 400, 'body.refresh_token.leewey is not'],
  ] as const) {
    const answer = await control(tenant, 'PATCH', path, body);
    assert.equal(answer.status, status);
    assert.ok(text((await jsonOf(answer))['message']).includes(message), message);
  }
});
