import assert from 'node:assert/strict';
import { test } from 'node:test';

import { deployScopes } from '../../../src/state/config/management-api.ts';
import { notImitated } from '../../../src/state/config/not-imitated.ts';
import { jsonOf } from '../../testing/browser.ts';
import { manage, refusalOf } from '../../testing/machine.ts';
import { setUpTenant } from '../../testing/tenant.ts';

const everything = deployScopes.join(' ');

test('a write of what is not imitated is refused in plain words, at every place', async () => {
  const tenant = setUpTenant();

  for (const { path } of notImitated) {
    const place = path.slice(1).replaceAll(/:\w+/g, 'x');
    for (const [method, there] of [
      ['POST', place],
      ['PATCH', `${place}/some-id`],
    ] as const) {
      const [status, message, code] = await refusalOf(
        await manage(tenant, everything, method, there, { name: 'anything' }),
      );
      assert.deepEqual([status, code], [400, 'operation_not_supported'], `${method} ${there}`);
      assert.match(
        String(message),
        /^The local tenant does not imitate .*: nothing has been written\.$/,
      );
    }
  }
});

test('a write that says what is so already is answered with it', async () => {
  const tenant = setUpTenant();
  const said = { shields: ['block', 'user_notification'], max_attempts: 10 };
  const place = 'attack-protection/brute-force-protection';

  const answer = await manage(tenant, everything, 'PATCH', place, said);
  assert.equal(answer.status, 200);
  assert.equal((await jsonOf(answer))['mode'], 'count_per_identifier_and_ip');
  assert.equal((await manage(tenant, everything, 'PUT', 'guardian/policies', [])).status, 200);
  const [status] = await refusalOf(
    await manage(tenant, everything, 'PATCH', place, { ...said, max_attempts: 3 }),
  );
  assert.equal(status, 400);
});

test('properties without effect are refused, and nothing of the rest is written', async () => {
  const tenant = setUpTenant();
  const cases = [
    [
      'clients/ligature-spa',
      { description: 'new', logo_uri: 'https://x.example/' },
      'logo_uri is not imitated by the local tenant',
    ],
    [
      'clients/ligature-spa',
      { description: 'new', colour: 'red' },
      'colour is not a field that is known here',
    ],
    [
      'clients/ligature-spa',
      { description: 'new', callbacks: 'https://x.example/' },
      'callbacks must be a list',
    ],
    [
      'connections/con_b5e0b572dda9c0cf',
      { display_name: 'new', options: { client_id: 'x' } },
      'options.client_id is not imitated by the local tenant',
    ],
    [
      'tenants/settings',
      { friendly_name: 'new', flags: { enable_sso: true } },
      'flags.enable_sso is not imitated by the local tenant',
    ],
    [
      'resource-servers/a65841ffad5c36acb93302fe',
      { name: 'new', consent_policy: 'x' },
      'consent_policy is not imitated by the local tenant',
    ],
  ] as const;
  const before = JSON.stringify([
    ...tenant.state.config.clients.values(),
    ...tenant.state.config.connections.values(),
    ...tenant.state.config.apis.values(),
    tenant.state.config.settings,
  ]);

  for (const [place, body, complaint] of cases) {
    assert.deepEqual(await refusalOf(await manage(tenant, everything, 'PATCH', place, body)), [
      400,
      `Payload validation error: '${complaint}'.`,
      'invalid_body',
    ]);
  }
  assert.equal(
    JSON.stringify([
      ...tenant.state.config.clients.values(),
      ...tenant.state.config.connections.values(),
      ...tenant.state.config.apis.values(),
      tenant.state.config.settings,
    ]),
    before,
  );
});

test('what has its own endpoints, or is fixed once made, is refused', async () => {
  const tenant = setUpTenant();
  const cases = [
    ['POST', 'roles', { name: 'x', permissions: [] }, 'permissions'],
    ['POST', 'organizations', { name: 'x', connections: [] }, 'connections'],
    ['PATCH', 'connections/con_b5e0b572dda9c0cf', { strategy: 'okta' }, 'strategy'],
    ['PATCH', 'resource-servers/a65841ffad5c36acb93302fe', { identifier: 'urn:x' }, 'identifier'],
  ] as const;

  for (const [method, place, body, name] of cases) {
    const [status, message] = await refusalOf(
      await manage(tenant, everything, method, place, body),
    );
    assert.deepEqual(
      [status, message],
      [400, `Payload validation error: 'Additional properties not allowed: ${name}'.`],
    );
  }
});

test('neither a connection nor the Management API is removed, and no name is there twice', async () => {
  const tenant = setUpTenant();
  const refused = async (method: string, place: string, body?: unknown) =>
    (await refusalOf(await manage(tenant, everything, method, place, body)))[0];

  assert.equal(await refused('DELETE', 'connections/con_b5e0b572dda9c0cf'), 400);
  assert.equal(await refused('DELETE', 'resource-servers/management-api'), 403);
  assert.equal(
    await refused('PATCH', 'resource-servers/management-api', { token_lifetime: 1 }),
    400,
  );
  assert.equal(await refused('POST', 'roles', { name: 'Analyst' }), 409);
  assert.equal(await refused('POST', 'connections', { name: 'github', strategy: 'github' }), 409);
  assert.equal(await refused('GET', 'roles/rol_0'), 404);
});
