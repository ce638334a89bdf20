import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

import { serveTenant, StartError } from '../../src/serve.ts';
import { ada, adaAtGoogle, call, linkWith } from '../testing/accounts.ts';
import { Browser, callbackParams, codeOf, exchange, jsonOf, text } from '../testing/browser.ts';
import { control, listOf, turnOn } from '../testing/control.ts';
import { origin, setUpTenant } from '../testing/tenant.ts';

test('a snapshot brings everything back, for browsers and clients that noticed nothing', async () => {
  const tenant = setUpTenant();
  const browser = new Browser(tenant);
  await browser.signIn('ada@example.com', 'Analytical-1843');
  const primary = await ada(tenant);
  await linkWith(tenant, primary, { link_with: (await adaAtGoogle(tenant)).idToken });
  tenant.state.inbox.deliver({
    to: '+15555550100',
    channel: 'sms',
    code: '123456',
    at: '2026-11-20T10:00:00.000Z',
  });
  await control(tenant, 'PUT', '/codes', { to: '+15555550100', code: '123456' });
  await control(tenant, 'PUT', '/clock', { offsetSeconds: 60 });
  await turnOn(tenant, 'management-429');
  const snapshot = await jsonOf(await control(tenant, 'GET', '/snapshot'));

  const other = setUpTenant();
  await other.signer.rotate({ revoke: true });
  const answer = await control(other, 'PUT', '/snapshot', snapshot);
  assert.deepEqual(await jsonOf(answer), { ok: true });
  assert.deepEqual(await jsonOf(await control(other, 'GET', '/snapshot')), snapshot);
  assert.deepEqual(other.state.users.all(), tenant.state.users.all());
  await control(other, 'DELETE', '/faults');
  assert.equal((await call(other, 'GET', primary.id, primary.accessToken)).status, 200);
  const elsewhere = new Browser(other);
  elsewhere.session = browser.session;
  assert.ok(callbackParams(await elsewhere.authorize({ prompt: 'none' })).has('code'));
});

test('what a client can refresh or read with an opaque token, it still can after a snapshot', async () => {
  const tenant = setUpTenant();
  const signedIn = await new Browser(tenant).signIn('ada@example.com', 'Analytical-1843', {
    scope: 'openid offline_access',
    audience: '',
  });
  const tokens = await jsonOf(await exchange(tenant, codeOf(signedIn)));
  tenant.state.grants.consents.set('auth0|1|ligature-spa|api', ['read:all']);
  const snapshot = await jsonOf(await control(tenant, 'GET', '/snapshot'));
  const other = setUpTenant();
  await control(other, 'PUT', '/snapshot', snapshot);
  const refreshed = await exchange(other, '', {
    grant_type: 'refresh_token',
    refresh_token: text(tokens['refresh_token']),
  });
  const read = await other.app.request(`${origin}/userinfo`, {
    headers: { authorization: `Bearer ${text(tokens['access_token'])}` },
  });

  assert.equal(refreshed.status, 200);
  assert.equal(read.status, 200);
  assert.deepEqual(other.state.grants.consents.get('auth0|1|ligature-spa|api'), ['read:all']);
});

test('what is wrong with a snapshot is named by its path, and nothing changes', async () => {
  const tenant = setUpTenant();
  const good = await jsonOf(await control(tenant, 'GET', '/snapshot'));
  const before = tenant.state.users.all();
  for (const [snapshot, complaint] of [
    [[], 'snapshot must be an object.'],
    [{ ...good, version: 2 }, 'snapshot.version must be 1.'],
    [{ version: 1 }, 'snapshot.users must be a list.'],
    [{ ...good, users: [{ user_id: 'a|b', identities: [] }] }, 'snapshot.users[0].identities'],
    [{ ...good, sessions: [{ id: 'x' }] }, 'snapshot.sessions[0].expiresAt is missing.'],
    [{ ...good, inbox: [{ to: 'a', channel: 'fax' }] }, 'snapshot.inbox[0].channel must be'],
    [{ ...good, faults: [{ rule: { match: {} } }] }, 'snapshot.faults[0].rule.match.path is'],
    [{ ...good, keys: [{ kty: 'RSA' }] }, 'snapshot.keys[0] must be a private RSA key'],
    [{ ...good, clock: { offsetSeconds: 'x' } }, 'snapshot.clock.offsetSeconds must be a number.'],
    [{ ...good, people: [] }, 'snapshot.people is not a field'],
  ] as const) {
    const answer = await control(tenant, 'PUT', '/snapshot', snapshot);
    assert.equal(answer.status, 400);
    const message = text((await jsonOf(answer))['message']);
    assert.ok(message.startsWith(complaint), message);
  }
  assert.deepEqual(tenant.state.users.all(), before);
});

test('a snapshot has a name to go back to, and a reset does not forget it', async () => {
  const tenant = setUpTenant();
  const { id } = await ada(tenant);
  await control(tenant, 'PATCH', `/users/${id}`, { blocked: true });
  await control(tenant, 'PUT', '/snapshots/Ada%20blocked');
  await control(tenant, 'POST', '/reset');
  assert.equal(tenant.state.users.get(id)?.blocked, undefined);

  assert.deepEqual(await listOf(await control(tenant, 'GET', '/snapshots')), [
    { name: 'Ada blocked', saved_at: '2026-11-20T10:00:00.000Z' },
  ]);
  const whole = await jsonOf(await control(tenant, 'GET', '/snapshots/Ada%20blocked'));
  assert.equal(whole['version'], 1);
  assert.equal((await control(tenant, 'POST', '/snapshots/Ada%20blocked/restore')).status, 200);
  assert.equal(tenant.state.users.get(id)?.blocked, true);
  assert.deepEqual(await listOf(await control(tenant, 'DELETE', '/snapshots/Ada%20blocked')), []);
  for (const [method, path] of [
    ['GET', ''],
    ['DELETE', ''],
    ['POST', '/restore'],
  ] as const) {
    assert.equal((await control(tenant, method, `/snapshots/Ada%20blocked${path}`)).status, 404);
  }
  assert.equal((await control(tenant, 'PUT', '/snapshots/..%2F')).status, 400);
});

test('a snapshot can be gone back to without a change to how the tenant is set up', async () => {
  const tenant = setUpTenant();
  const { id } = await ada(tenant);
  const before = tenant.state.users.all();
  await control(tenant, 'PATCH', '/connections/github', { enabled_clients: [] });
  await control(tenant, 'PUT', '/settings', { rateLimit: { burst: 3 } });
  await control(tenant, 'PUT', '/snapshots/drill');
  const logout = 'https://added.example/';
  await control(tenant, 'PATCH', '/clients/ligature-spa', { allowed_logout_urls: [logout] });
  await control(tenant, 'PUT', '/settings', { rateLimit: { perSecond: 4 } });
  await tenant.signer.rotate({ revoke: false });
  const keys = await tenant.signer.publicKeys();
  await control(tenant, 'PATCH', `/users/${id}`, { blocked: true });
  await control(tenant, 'POST', '/users', { connection: 'github', email: 'new@example.com' });
  await control(tenant, 'PUT', '/clock', { offsetSeconds: 60 });
  await control(tenant, 'PUT', '/sign-ins', { user_ids: [id] });
  await turnOn(tenant, 'management-429');
  const restore = (body: object) => control(tenant, 'POST', '/snapshots/drill/restore', body);
  assert.equal((await restore({ keepConfiguration: true })).status, 200);

  const { config, users, control: controlled } = tenant.state;
  assert.deepEqual(config.connections.get('github')?.enabled_clients, []);
  assert.deepEqual(config.clients.get('ligature-spa')?.allowed_logout_urls, [logout]);
  assert.equal(config.rateLimit.burst, 3);
  assert.equal(config.rateLimit.perSecond, 4);
  assert.deepEqual(await tenant.signer.publicKeys(), keys);
  assert.deepEqual(users.all(), before);
  assert.equal(controlled.clock.offsetMs, 0);
  assert.deepEqual(controlled.faults.list(), []);
  assert.deepEqual(controlled.automaticSignIns.userIds, []);

  assert.equal((await restore({ keepConfiguration: 'yes' })).status, 400);
  assert.equal((await restore({})).status, 200);
  assert.notDeepEqual(tenant.state.config.connections.get('github')?.enabled_clients, []);
});

test('a tenant leaves a file behind when it stops, and another starts from it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tenant-'));
  const exportFile = join(folder, 'state.json');
  try {
    const first = await serveTenant({ port: 0, exportFile });
    const made = await fetch(`${first.origin}/_tenant/api/users`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ connection: 'github', email: 'kept@example.com' }),
    });
    const id = text((await jsonOf(made))['user_id']);
    await first.close();
    assert.equal(statSync(exportFile).mode & 0o777, 0o600);
    assert.match(readFileSync(exportFile, 'utf8'), /"version": 1/);

    const second = await serveTenant({ port: 0, importFile: exportFile });
    const path = `${second.origin}/_tenant/api/users/${encodeURIComponent(id)}`;
    assert.equal((await fetch(path)).status, 200);
    await second.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a file that is no snapshot keeps a tenant from starting, and leaves no port open', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tenant-'));
  const importFile = join(folder, 'state.json');
  writeFileSync(importFile, '{"version":1,"users":[{}]}');
  try {
    await assert.rejects(serveTenant({ port: 0, importFile }), {
      name: StartError.name,
      message: `${importFile}: snapshot.users[0].identities must be a list.`,
    });
    await assert.rejects(
      serveTenant({ port: 0, importFile: join(folder, 'none.json') }),
      StartError,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
