import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ada } from '../testing/accounts.ts';
import { Browser, callbackParams, claimsOf, jsonOf, tokensFrom } from '../testing/browser.ts';
import { control, listOf } from '../testing/control.ts';
import { setUpTenant, type TestTenant } from '../testing/tenant.ts';

async function signInAs(tenant: TestTenant, body: unknown): Promise<[Browser, Response]> {
  const browser = new Browser(tenant);
  const answer = await browser.send('/_tenant/api/sessions', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

  return [browser, answer];
}

async function silentError(browser: Browser): Promise<string | null> {
  return callbackParams(await browser.authorize({ prompt: 'none' })).get('error');
}

test('a browser is signed in without the pages, and a silent sign-in knows who it is', async () => {
  const tenant = setUpTenant();
  const { id } = await ada(tenant);
  const [browser, answer] = await signInAs(tenant, { user_id: id });
  const session = await jsonOf(answer);

  assert.equal(answer.status, 201);
  assert.equal(session['user_id'], id);
  assert.equal(session['name'], 'Ada Lovelace');
  assert.equal(session['current'], true);
  assert.match(answer.headers.get('set-cookie') ?? '', /HttpOnly/);
  const { idToken } = await tokensFrom(tenant, await browser.authorize({ prompt: 'none' }));
  assert.equal(claimsOf(idToken)['sub'], id);
});

test('sessions say who, since when and by which connection, and never what the cookie holds', async () => {
  const tenant = setUpTenant();
  const browser = new Browser(tenant);
  await browser.signInAt('google-oauth2', 'ada@example.com');
  const text = await (await control(tenant, 'GET', '/sessions')).text();

  assert.ok(!text.includes(browser.session));
  assert.match(text, /"connection":"google-oauth2"/);
  assert.match(text, /"started_at":"2026-11-20T10:00:00.000Z"/);
  assert.match(text, /"current":false/);
});

test('one session ends, or all of them', async () => {
  const tenant = setUpTenant();
  const { id } = await ada(tenant);
  const [first, answer] = await signInAs(tenant, { user_id: id });
  const [second] = await signInAs(tenant, { user_id: id });
  const { id: handle } = await jsonOf(answer);
  const expired = await control(tenant, 'DELETE', `/sessions/${String(handle)}`);

  assert.equal(expired.status, 200);
  assert.equal(await silentError(first), 'login_required');
  assert.equal(await silentError(second), null);
  assert.equal((await control(tenant, 'DELETE', `/sessions/${String(handle)}`)).status, 404);
  await control(tenant, 'DELETE', '/sessions');
  assert.equal(await silentError(second), 'login_required');
  assert.deepEqual(await listOf(await control(tenant, 'GET', '/sessions')), []);
});

test('nobody is signed in who is unknown, blocked, or not at that connection', async () => {
  const tenant = setUpTenant();
  const { id } = await ada(tenant);
  const blocked = tenant.state.users.all().find((user) => user.blocked === true);
  for (const [body, status] of [
    [{ user_id: 'auth0|nobody' }, 404],
    [{ user_id: id, connection: 'github' }, 400],
    [{ user_id: blocked?.user_id }, 409],
    [{}, 400],
    [{ user_id: id, forever: true }, 400],
  ] as const) {
    const [browser, answer] = await signInAs(tenant, body);
    assert.equal(answer.status, status, JSON.stringify(body));
    assert.equal(browser.session, '');
  }
});
