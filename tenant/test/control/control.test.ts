import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ada, call, linkWith, adaAtGoogle } from '../testing/accounts.ts';
import { Browser, callbackParams, jsonOf } from '../testing/browser.ts';
import { origin, setUpTenant } from '../testing/tenant.ts';

test('health is one word', async () => {
  assert.deepEqual(await jsonOf(await setUpTenant().control.request(`${origin}/health`)), {
    ok: true,
  });
});

test('reset goes back to the seed, and what was given out is worth nothing', async () => {
  const tenant = setUpTenant();
  const browser = new Browser(tenant);
  await browser.signIn('grace@example.com', 'Compiler-1952');
  const before = await (await setUpTenant().control.request(`${origin}/users`)).text();
  const primary = await ada(tenant);
  await linkWith(tenant, primary, { link_with: (await adaAtGoogle(tenant)).idToken });
  const response = await tenant.control.request(`${origin}/reset`, { method: 'POST' });

  assert.equal(response.status, 200);
  assert.equal(await (await tenant.control.request(`${origin}/users`)).text(), before);
  assert.equal(
    callbackParams(await browser.authorize({ prompt: 'none' })).get('error'),
    'login_required',
  );
});

test('reset takes tokens back but keeps the key, so clients need not fetch it again', async () => {
  const tenant = setUpTenant();
  const { id, accessToken } = await ada(tenant);
  const keys = await tenant.signer.publicKeys();
  await tenant.control.request(`${origin}/reset`, { method: 'POST' });

  assert.equal((await call(tenant, 'GET', id, accessToken)).status, 401);
  assert.deepEqual(await tenant.signer.publicKeys(), keys);
});

test('everybody is listed in Auth0’s shape, and one can be asked for', async () => {
  const { control } = setUpTenant();
  const list = await (await control.request(`${origin}/users`)).text();
  const users: unknown = JSON.parse(list);
  assert.ok(Array.isArray(users) && users.length >= 12);
  assert.doesNotMatch(list, /"password"|Analytical-1843/);
  const id = /auth0\|[0-9a-f]{24}/.exec(list)?.[0] ?? '';

  assert.equal((await jsonOf(await control.request(`${origin}/users/${id}`)))['user_id'], id);
  assert.equal((await control.request(`${origin}/users/auth0%7Cnobody`)).status, 404);
});

test('the inbox filters by recipient, newest first', async () => {
  const { control, state } = setUpTenant();
  for (const [to, link] of [
    ['a@example.com', '/1'],
    ['b@example.com', '/2'],
    ['a@example.com', '/3'],
  ] as const) {
    state.inbox.deliver({ to, channel: 'email', link, at: '2026-11-20T10:00:00.000Z' });
  }
  const text = await (await control.request(`${origin}/inbox?to=a@example.com`)).text();

  assert.deepEqual(text.match(/"link":"\/\d"/g), ['"link":"/3"', '"link":"/1"']);
});

test('the inbox waits for the message of its recipient, and gives up in time', async () => {
  const { control, state } = setUpTenant();
  const at = '2026-11-20T10:00:00.000Z';
  const waiting = control.request(`${origin}/inbox?to=a@example.com&wait=30`);
  state.inbox.deliver({ to: 'b@example.com', channel: 'email', link: '/other', at });
  state.inbox.deliver({ to: 'a@example.com', channel: 'email', link: '/mine', at });

  assert.match(await (await waiting).text(), /"\/mine"/);
  const none = await control.request(`${origin}/inbox?to=c@example.com&wait=0.05`);
  assert.equal(await none.text(), '[]');
});

test('SEC-54: a page of another origin cannot use the control plane, not even to look', async () => {
  const { app } = setUpTenant();
  for (const [method, path, from] of [
    ['POST', '/reset', 'http://evil.example'],
    ['GET', '/users', 'http://evil.example'],
    ['GET', '/snapshot', 'null'],
    ['OPTIONS', '/users', 'http://localhost:4200.evil.example'],
    ['POST', '/faults', 'http://localhost:4201'],
  ] as const) {
    const answer = await app.request(`${origin}/_tenant/api${path}`, {
      method,
      headers: { origin: from, 'content-type': 'application/json' },
    });
    assert.equal(answer.status, 403, path);
    assert.equal(answer.headers.get('access-control-allow-origin'), null);
  }
});

test('SEC-54: a page of the application may use it, by name and never by a star', async () => {
  const { app } = setUpTenant();
  const page = { origin: 'http://localhost:4200' };
  const preflight = await app.request(`${origin}/_tenant/api/faults`, {
    method: 'OPTIONS',
    headers: page,
  });
  assert.equal(preflight.status, 204);
  assert.equal(preflight.headers.get('access-control-allow-headers'), 'content-type');
  assert.match(preflight.headers.get('access-control-allow-methods') ?? '', /PUT/);
  for (const path of ['/users', '/faults', '/nothing']) {
    const answer = await app.request(`${origin}/_tenant/api${path}`, { headers: page });
    assert.equal(answer.headers.get('access-control-allow-origin'), page.origin, path);
    assert.equal(answer.headers.get('access-control-allow-credentials'), 'true');
    assert.equal(answer.headers.get('vary'), 'Origin');
  }
});

test('SEC-54: a form cannot change anything, for only a script that was let in sends JSON', async () => {
  const { app } = setUpTenant();
  const reset = (headers: Record<string, string>, body?: string) =>
    app.request(`${origin}/_tenant/api/reset`, {
      method: 'POST',
      headers,
      ...(body !== undefined && { body }),
    });

  for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data']) {
    assert.equal((await reset({ 'content-type': type }, 'a=b')).status, 415, type);
  }
  assert.equal((await reset({ origin })).status, 415);
  assert.equal((await reset({ origin, 'content-type': 'application/json' })).status, 200);
  assert.equal((await reset({})).status, 200);
});

test('a call that does not exist is told so in JSON', async () => {
  const { app } = setUpTenant();
  const answer = await app.request(`${origin}/_tenant/api/nothing`);

  assert.equal(answer.status, 404);
  assert.equal((await jsonOf(answer))['error'], 'not_found');
});
