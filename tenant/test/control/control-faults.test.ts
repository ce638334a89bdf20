import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ada, adaAtGoogle, call, linkWith } from '../testing/accounts.ts';
import { jsonOf } from '../testing/browser.ts';
import { control, listOf } from '../testing/control.ts';
import { origin, setUpTenant, type TestTenant } from '../testing/tenant.ts';

const jwks = `${origin}/.well-known/jwks.json`;

async function status(tenant: TestTenant, path: string, method = 'GET'): Promise<number> {
  return (await tenant.app.request(`${origin}${path}`, { method })).status;
}

test('a rule answers in the tenant’s place as often as it says, and then stays as a record', async () => {
  const tenant = setUpTenant();
  const added = await control(tenant, 'POST', '/faults', {
    match: { method: 'GET', path: '/.well-known/jwks.json' },
    when: 'before',
    times: 2,
    then: { status: 503, body: { down: true }, headers: { 'x-why': 'drill' } },
  });
  const answer = await tenant.app.request(jwks);

  assert.equal(added.status, 201);
  assert.equal(answer.status, 503);
  assert.equal(answer.headers.get('x-why'), 'drill');
  assert.deepEqual(await answer.json(), { down: true });
  assert.equal(await status(tenant, '/.well-known/jwks.json'), 503);
  assert.equal(await status(tenant, '/.well-known/jwks.json'), 200);
  const [fault] = await listOf(await control(tenant, 'GET', '/faults'));
  assert.equal(fault?.['fired'], 2);
  assert.equal(fault['id'], 'fault-1');
});

test('before means that the tenant never heard of it, after that it did what it was asked', async () => {
  for (const [when, count] of [
    ['before', 1],
    ['after', 2],
  ] as const) {
    const tenant = setUpTenant();
    const primary = await ada(tenant);
    const secondary = await adaAtGoogle(tenant);
    await control(tenant, 'POST', '/faults', {
      match: { method: 'POST', path: '/api/v2/users/*/identities' },
      when,
      times: 1,
      then: { status: 500 },
    });
    const answer = await linkWith(tenant, primary, { link_with: secondary.idToken });

    assert.equal(answer.status, 500);
    assert.equal((await jsonOf(answer))['statusCode'], 500);
    assert.equal(tenant.state.users.get(primary.id)?.identities.length, count, when);
  }
});

test('a path is a prefix by whole segments, or a pattern as soon as it has a star', async () => {
  for (const [path, hit, miss] of [
    ['/.well-known', '/.well-known/jwks.json', '/.well-knownX'],
    ['/.well-known/', '/.well-known/jwks.json', '/userinfo'],
    ['/api/v2/users/*', '/api/v2/users/auth0%7C1', '/api/v2/users/auth0%7C1/identities'],
    ['/api/v2/users/auth0|1', '/api/v2/users/auth0%7C1', '/api/v2/users/auth0%7C12'],
    ['/api/**', '/api/v2/users/auth0%7C1/identities', '/apis'],
    ['/**/jwks.json', '/.well-known/jwks.json', '/.well-known/jwksXjson'],
  ] as const) {
    const tenant = setUpTenant();
    await control(tenant, 'POST', '/faults', { match: { path }, then: { status: 599 } });

    assert.equal(await status(tenant, hit), 599, `${path} ${hit}`);
    assert.notEqual(await status(tenant, miss), 599, `${path} ${miss}`);
  }
});

test('a preflight fails only when a rule names its method', async () => {
  const tenant = setUpTenant();
  await control(tenant, 'POST', '/faults', { match: { path: '/api' }, then: { status: 500 } });
  assert.equal(await status(tenant, '/api/v2/users/1', 'OPTIONS'), 204);
  await control(tenant, 'POST', '/faults', {
    match: { method: 'options', path: '/api' },
    then: { status: 500 },
  });
  assert.equal(await status(tenant, '/api/v2/users/1', 'OPTIONS'), 500);
});

test('a page may read a fault’s answer exactly if it may read the real one', async () => {
  const tenant = setUpTenant();
  await control(tenant, 'POST', '/faults', { match: { path: '/api' }, then: { status: 429 } });
  for (const [from, allowed] of [
    ['http://localhost:4200', 'http://localhost:4200'],
    ['http://evil.example', null],
  ] as const) {
    const answer = await tenant.app.request(`${origin}/api/v2/users/1`, {
      headers: { origin: from },
    });
    assert.equal(answer.status, 429);
    assert.equal(answer.headers.get('access-control-allow-origin'), allowed);
  }
});

test('by chance means sometimes', async () => {
  const tenant = setUpTenant();
  await control(tenant, 'POST', '/faults', {
    match: { path: '/.well-known' },
    probability: 0.5,
    then: { status: 503 },
  });
  const seen = new Set<number>();
  for (let round = 0; round < 60; round += 1) {
    seen.add(await status(tenant, '/.well-known/jwks.json'));
  }

  assert.deepEqual([...seen].sort(), [200, 503]);
});

test('a delay holds the request back, and deleting the rule lets it go', async () => {
  const tenant = setUpTenant();
  await control(tenant, 'POST', '/faults', {
    match: { path: '/.well-known' },
    then: { delayMs: 30 },
  });
  const startedAtMs = performance.now();
  await tenant.app.request(jwks);
  assert.ok(performance.now() - startedAtMs >= 29);

  await control(tenant, 'DELETE', '/faults');
  await control(tenant, 'POST', '/faults', {
    match: { path: '/.well-known' },
    then: { delayMs: 600_000 },
  });
  const waiting = tenant.app.request(jwks);
  const [fault] = await listOf(await control(tenant, 'GET', '/faults'));
  assert.equal(fault?.['fired'], 1);
  await control(tenant, 'DELETE', `/faults/${String(fault['id'])}`);
  assert.equal((await waiting).status, 200);
});

test('headers alone are added to the real answer, and a text is sent as it is', async () => {
  const tenant = setUpTenant();
  await control(tenant, 'POST', '/faults', {
    match: { path: '/.well-known/jwks.json' },
    when: 'after',
    then: { headers: { 'x-slow': 'yes' } },
  });
  const answer = await tenant.app.request(jwks);
  assert.equal(answer.headers.get('x-slow'), 'yes');
  assert.ok('keys' in (await jsonOf(answer)));

  await control(tenant, 'POST', '/faults', {
    match: { path: '/.well-known/jwks.json' },
    when: 'after',
    then: { body: '{"keys":[' },
  });
  assert.equal(await (await tenant.app.request(jwks)).text(), '{"keys":[');
});

test('the control plane has no faults, or nobody could turn them off', async () => {
  const tenant = setUpTenant();
  await control(tenant, 'POST', '/faults', { match: { path: '/**' }, then: { drop: true } });

  assert.equal((await control(tenant, 'GET', '/health')).status, 200);
  assert.equal((await control(tenant, 'DELETE', '/faults')).status, 200);
  assert.equal(await status(tenant, '/.well-known/jwks.json'), 200);
});

test('reset ends every fault', async () => {
  const tenant = setUpTenant();
  await control(tenant, 'POST', '/faults', { match: { path: '/**' }, then: { status: 500 } });
  await control(tenant, 'POST', '/reset');

  assert.equal(await status(tenant, '/.well-known/jwks.json'), 200);
  assert.deepEqual(await listOf(await control(tenant, 'GET', '/faults')), []);
});

test('what is wrong with a rule is named by its path, and nothing is added', async () => {
  const tenant = setUpTenant();
  const match = { method: 'GET', path: '/' };
  const then = { status: 500 };
  for (const [rule, complaint] of [
    [[], 'rule must be an object.'],
    [{ then }, 'rule.match.path is missing.'],
    [{ match: { path: 'api' }, then }, 'rule.match.path must start with /.'],
    [{ match: { ...match, method: 'G T' }, then }, 'rule.match.method must be a method, or *.'],
    [{ match: { ...match, host: 'x' }, then }, 'rule.match.host is not a field'],
    [{ match, when: 'during', then }, 'rule.when must be one of before, after'],
    [{ match, times: 0, then }, 'rule.times must be a whole number'],
    [{ match, probability: 2, then }, 'rule.probability must be more than 0'],
    [{ match }, 'rule.then must say what happens.'],
    [{ match, then: { status: 99 } }, 'rule.then.status must be a status'],
    [{ match, then: { delayMs: -1 } }, 'rule.then.delayMs must be from 0'],
    [{ match, then: { drop: 'yes' } }, 'rule.then.drop must be true or false'],
    [{ match, then: { headers: { a: 1 } } }, 'rule.then.headers.a must be a string'],
    [{ match, then: { twist: 'off' } }, 'rule.then.twist must be one of'],
    [{ match, then, note: '' }, 'rule.note is not a field'],
  ] as const) {
    const answer = await control(tenant, 'POST', '/faults', rule);
    assert.equal(answer.status, 400);
    const { error, message } = await jsonOf(answer);
    assert.equal(error, 'invalid_request');
    assert.ok(typeof message === 'string' && message.startsWith(complaint), String(message));
  }
  assert.deepEqual(await listOf(await control(tenant, 'GET', '/faults')), []);
  assert.equal((await control(tenant, 'DELETE', '/faults/fault-7')).status, 404);
});

test('a fault of the Management API looks like one of its own', async () => {
  const tenant = setUpTenant();
  const { id, accessToken } = await ada(tenant);
  await control(tenant, 'POST', '/faults', { match: { path: '/api/v2' }, then: { status: 409 } });

  assert.deepEqual(await jsonOf(await call(tenant, 'GET', id, accessToken)), {
    statusCode: 409,
    error: 'Conflict',
    message: 'Specified identity already exists.',
  });
});
