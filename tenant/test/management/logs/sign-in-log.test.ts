import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ada } from '../../testing/accounts.ts';
import { Browser, exchange } from '../../testing/browser.ts';
import { listOf, manage } from '../../testing/machine.ts';
import { origin, setUpTenant, type TestTenant } from '../../testing/tenant.ts';

async function typesIn(tenant: TestTenant): Promise<readonly unknown[]> {
  const entries = await listOf(await manage(tenant, 'read:logs', 'GET', 'logs?sort=date:1'));

  return entries.map(({ type, user_name }) => [type, user_name]);
}

test('a sign-in and its exchange are in the log, with who it was', async () => {
  const tenant = setUpTenant();
  await ada(tenant);

  assert.deepEqual(await typesIn(tenant), [
    ['s', 'ada@example.com'],
    ['seacft', 'ada@example.com'],
  ]);
});

test('a wrong password, an unknown address and somebody blocked are in the log', async () => {
  const tenant = setUpTenant();
  await new Browser(tenant).signIn('ada@example.com', 'wrong');
  await new Browser(tenant).signIn('nobody@example.com', 'wrong');
  await new Browser(tenant).signIn('halley@example.com', 'Comet-1758');

  assert.deepEqual(await typesIn(tenant), [
    ['fp', 'ada@example.com'],
    ['fu', null],
    ['f', 'halley@example.com'],
  ]);
});

test('a code nobody gave, and a refresh token nobody gave, are in the log', async () => {
  const tenant = setUpTenant();
  await exchange(tenant, 'no-such-code');
  await exchange(tenant, '', { grant_type: 'refresh_token', refresh_token: 'no-such-token' });

  assert.deepEqual(await typesIn(tenant), [
    ['feacft', null],
    ['ferrt', null],
  ]);
});

test('logging out is in the log when somebody was signed in', async () => {
  const tenant = setUpTenant();
  const browser = new Browser(tenant);
  const logout = '/v2/logout?client_id=ligature-spa&returnTo=http://localhost:4200';
  await browser.send(logout);
  await browser.signIn('ada@example.com', 'Analytical-1843');
  await browser.send(logout);

  assert.deepEqual(await typesIn(tenant), [
    ['s', 'ada@example.com'],
    ['slo', 'ada@example.com'],
  ]);
});

test('a code that was sent is in the log, and so is an account that was made', async () => {
  const tenant = setUpTenant();
  const post = (path: string, body: unknown) =>
    tenant.app.request(`${origin}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ client_id: 'ligature-spa', ...Object(body) }),
    });
  await post('/passwordless/start', {
    connection: 'sms',
    send: 'code',
    phone_number: '+15555550100',
  });
  await post('/dbconnections/signup', {
    connection: 'Username-Password-Authentication',
    email: 'sophie@example.com',
    password: 'Elasticity-1816',
  });

  assert.deepEqual(await typesIn(tenant), [
    ['cs', null],
    ['ss', 'sophie@example.com'],
    ['svr', 'sophie@example.com'],
  ]);
});
