import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

import { importSnapshot, SnapshotFile } from '../../src/control/snapshots/snapshot-file.ts';
import { SeedError } from '../../src/protocol/json-reader.ts';
import { readSeed } from '../../src/seed/read-seed.ts';
import { parseYaml } from '../../src/seed/yaml-text.ts';
import { StartError } from '../../src/serve.ts';
import { ada, call } from '../testing/accounts.ts';
import { Browser, callbackParams, jsonOf } from '../testing/browser.ts';
import { control } from '../testing/control.ts';
import { machineToken, manage } from '../testing/machine.ts';
import { origin, setUpTenant, type TestTenant } from '../testing/tenant.ts';

const nested = (levels: number): string => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

/** Every way to bring JSON in, each with the metadata or what else of it is kept. */
const doors: readonly (readonly [string, string, (deep: string) => string])[] = [
  ['PATCH', '/api/v2/users/{ada}', (deep) => `{"user_metadata":${deep}}`],
  ['PATCH', '/api/v2/users/{ada}', (deep) => `{"app_metadata":{"list":[${deep}]}}`],
  [
    'POST',
    '/api/v2/users',
    (deep) =>
      `{"connection":"email","email":"new@example.com","email_verified":true,"user_metadata":${deep}}`,
  ],
  [
    'POST',
    '/dbconnections/signup',
    (deep) =>
      `{"client_id":"ligature-spa","connection":"Username-Password-Authentication","email":"new@example.com","password":"Long-enough-1","user_metadata":${deep}}`,
  ],
  [
    'POST',
    '/passwordless/start',
    (deep) =>
      `{"client_id":"ligature-spa","connection":"email","email":"new@example.com","send":"code","authParams":${deep}}`,
  ],
  [
    'POST',
    '/_tenant/api/users',
    (deep) => `{"connection":"github","fill":true,"user_metadata":${deep}}`,
  ],
  ['PATCH', '/_tenant/api/users/{ada}', (deep) => `{"app_metadata":${deep}}`],
  [
    'POST',
    '/_tenant/api/faults',
    (deep) => `{"match":{"path":"/x"},"then":{"status":500,"body":${deep}}}`,
  ],
];

for (const levels of [120, 5000, 50_000]) {
  test(`what is nested ${levels} levels deep is refused at every door, and nothing of it is kept`, async () => {
    const tenant = setUpTenant();
    const { id } = await ada(tenant);
    const before = await stateOf(tenant);

    for (const [method, path, body] of doors) {
      const answer = await send(tenant, method, path.replace('{ada}', id), body(nested(levels)));
      assert.equal(answer.status, 400, `${method} ${path}: ${await answer.text()}`);
    }
    const snapshot = before.replace('"user_metadata":{', `"user_metadata":{"x":${nested(levels)},`);
    assert.notEqual(snapshot, before);
    assert.equal((await send(tenant, 'PUT', '/_tenant/api/snapshot', snapshot)).status, 400);
    assert.equal(await stateOf(tenant), before);
    assert.equal((await manage(tenant, 'read:users', 'GET', `users/${id}`)).status, 200);
    assert.equal((await manage(tenant, 'read:users', 'GET', 'users?q=name:ada*')).status, 200);
  });
}

test('what is nested as deeply as is let in comes back everywhere, and from a snapshot too', async () => {
  const tenant = setUpTenant();
  const { id, accessToken } = await ada(tenant);
  const answer = await send(
    tenant,
    'PATCH',
    `/api/v2/users/${id}`,
    `{"user_metadata":${nested(99)}}`,
  );
  assert.equal(answer.status, 200);
  assert.equal((await call(tenant, 'GET', id, accessToken)).status, 200);

  const text = await stateOf(tenant);
  assert.equal((await send(tenant, 'PUT', '/_tenant/api/snapshot', text)).status, 200);
  assert.equal((await control(tenant, 'PUT', '/snapshots/deep')).status, 200);
  assert.equal((await control(tenant, 'GET', '/snapshots/deep')).status, 200);
  assert.equal((await control(tenant, 'POST', '/snapshots/deep/restore')).status, 200);
  assert.equal(await stateOf(tenant), text);
});

test('files that are nested too deeply keep a tenant from starting, with a reason', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tenant-'));
  const file = join(folder, 'file.json');
  try {
    writeFileSync(file, `[{"user_metadata":${nested(5000)}}]`);
    assert.throws(() => readSeed({ peopleFile: file }), {
      name: StartError.name,
      message: `${file}: the file must be JSON, not too deeply nested.`,
    });
    writeFileSync(file, `{"version":1,"users":[{"user_metadata":${nested(5000)}}]}`);
    await assert.rejects(
      importSnapshot(file, { state: setUpTenant().state, nowMs: Date.now() }),
      StartError,
    );
    assert.throws(() => parseYaml(`metadata: ${nested(500)}`), SeedError);
    assert.throws(() => parseYaml('metadata: &again [*again]'), SeedError);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a claim that no token can hold fails the sign-in that sets it, and nothing after it', async () => {
  const circle: Record<string, unknown> = {};
  circle['self'] = circle;
  for (const value of [circle, 1n, JSON.parse(nested(5000))] as const) {
    const tenant = setUpTenant();
    tenant.state.config.postLogin = [
      {
        onExecutePostLogin: (_event, api) =>
          api.idToken.setCustomClaim('https://example.com/a', value),
        secrets: {},
      },
    ];
    const refused = callbackParams(
      await new Browser(tenant).signIn('ada@example.com', 'Analytical-1843'),
    );

    assert.equal(refused.get('error'), 'access_denied');
    assert.equal((await control(tenant, 'GET', '/snapshot')).status, 200);
  }
});

test('a snapshot that cannot be written is a warning, and is tried again', async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'tenant-'));
  const warn = context.mock.method(console, 'warn', () => undefined);
  const tenant = setUpTenant();
  try {
    const file = join(folder, 'not-there', 'state.json');
    const kept = new SnapshotFile(file, tenant.state, tenant.nowMs);
    // The key is made now, so that only the file is waited for below.
    assert.equal(await kept.write(), false);
    context.mock.timers.enable({ apis: ['setTimeout'] });
    kept.touch();
    context.mock.timers.tick(1000);
    await until(() => warn.mock.callCount() === 2);
    assert.match(String(warn.mock.calls[1]?.arguments[0]), /state\.json: ENOENT/);
    mkdirSync(join(folder, 'not-there'));
    context.mock.timers.tick(5000);
    await until(() => existsSync(file));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

async function until(holds: () => boolean): Promise<void> {
  for (let turn = 0; turn < 10_000; turn++) {
    if (holds()) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
  assert.fail('nothing came of it');
}

async function send(
  tenant: TestTenant,
  method: string,
  path: string,
  body: string,
): Promise<Response> {
  const token = await machineToken(
    tenant,
    'update:users update:users_app_metadata create:users read:users',
  );

  return tenant.app.request(`${origin}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body,
  });
}

/** The whole state as text, but for the time and for whose tokens count. */
async function stateOf(tenant: TestTenant): Promise<string> {
  const state = await jsonOf(await control(tenant, 'GET', '/snapshot'));

  return JSON.stringify({ ...state, takenAt: undefined, liveGrants: [] });
}
