import assert from 'node:assert/strict';
import { test } from 'node:test';

import { adaAtGoogle } from '../../testing/accounts.ts';
import { listOf, manage, refusalOf } from '../../testing/machine.ts';
import { setUpTenant, type TestTenant } from '../../testing/tenant.ts';

const adaId = 'auth0|1fd9e31003bc63f898467e36';
const margaretId = 'auth0|a0f79963b45b1036d126bf60';
const google = { provider: 'google-oauth2', user_id: '119230946235884572310' };

function link(tenant: TestTenant, body: unknown, id = adaId): Promise<Response> {
  return manage(tenant, 'update:users', 'POST', `users/${id}/identities`, body);
}

function connectionId(tenant: TestTenant, name: string): string {
  return tenant.state.config.connections.get(name)?.id ?? '';
}

test('a machine links by name, with the id bare or with its provider in front', async () => {
  for (const user_id of [google.user_id, `google-oauth2|${google.user_id}`]) {
    const tenant = setUpTenant();
    const response = await link(tenant, { ...google, user_id });

    assert.equal(response.status, 201);
    assert.deepEqual(
      (await listOf(response)).map(({ provider }) => provider),
      ['auth0', 'google-oauth2'],
    );
    assert.equal(tenant.state.users.get('google-oauth2|119230946235884572310'), undefined);
  }
});

test('a numeric id may be a number or its digits', async () => {
  for (const user_id of [15551278, '15551278']) {
    const response = await link(setUpTenant(), { provider: 'github', user_id });
    const [, linked] = await listOf(response);

    assert.equal(linked?.['user_id'], 15551278);
  }
});

test('connection_id tells which connection, also for an id without it', async () => {
  const tenant = setUpTenant();
  const response = await link(tenant, {
    provider: 'samlp',
    user_id: 'katherine.johnson@acme.example',
    connection_id: connectionId(tenant, 'acme-saml'),
  });

  assert.equal(response.status, 201);
  assert.ok(tenant.state.users.get(adaId)?.identities.some(({ provider }) => provider === 'samlp'));
});

test('each name that cannot be linked is refused in its own words, and nothing changes', async () => {
  const tenant = setUpTenant();
  const githubId = connectionId(tenant, 'github');
  const cases = [
    [{ provider: 'auth0', user_id: adaId }, 400, 'Main identity and the new one are the same.'],
    [
      { provider: 'carrier-pigeon', user_id: '1' },
      400,
      'The provider/connection is not configured.',
    ],
    [{ ...google, connection_id: githubId }, 400, 'The provider/connection is not configured.'],
    [
      { provider: 'github', user_id: '1' },
      400,
      'Linking to an inexistent identity requires a connection.',
    ],
    [
      { provider: 'github', user_id: '1', connection_id: githubId },
      400,
      'Linking to an inexistent identity is not allowed.',
    ],
    [
      { provider: 'facebook', user_id: '11018757187888909' },
      409,
      'Specified identity already exists.',
    ],
    [
      { ...google, connection_id: 'con_1' },
      400,
      "Payload validation error: 'String does not match pattern ^con_[A-Za-z0-9]{16}$: con_1' on property connection_id (connection_id of the secondary user account being linked when more than one auth0 database provider exists).",
    ],
    [
      { provider: 'github' },
      400,
      "Payload validation error: 'Missing required property: user_id'.",
    ],
    [{ user_id: '1' }, 400, "Payload validation error: 'Missing required property: provider'."],
    [
      { provider: 'github', user_id: true },
      400,
      "Payload validation error: 'Expected type string but found type boolean' on property user_id (user_id of the secondary user account being linked).",
    ],
    [
      { link_with: 'x', ...google },
      400,
      "Payload validation error: 'link_with excludes provider, user_id and connection_id'.",
    ],
  ] as const;
  const before = tenant.state.users.all();

  for (const [body, status, message] of cases) {
    const [seenStatus, seenMessage] = await refusalOf(await link(tenant, body));
    assert.deepEqual([seenStatus, seenMessage], [status, message]);
  }
  assert.deepEqual(tenant.state.users.all(), before);
});

test('an identity that the account has already is in conflict too', async () => {
  const response = await link(
    setUpTenant(),
    { provider: 'facebook', user_id: '11018757187888909' },
    margaretId,
  );

  assert.deepEqual(await refusalOf(response), [
    409,
    'Specified identity already exists.',
    undefined,
  ]);
});

test('a machine’s link_with must be a token for the machine’s own client', async () => {
  const tenant = setUpTenant();
  const secondary = await adaAtGoogle(tenant);
  const response = await link(tenant, { link_with: secondary.idToken });

  assert.equal(
    (await refusalOf(response))[1],
    "JWT (link_with) must have an aud claim that matches that of the calling token's azp.",
  );
});

test('a machine links to nobody who does not exist', async () => {
  const response = await link(setUpTenant(), google, 'auth0|nobody');

  assert.equal((await refusalOf(response))[2], 'inexistent_user');
});

test('a machine unlinks from anybody, and not the first identity', async () => {
  const tenant = setUpTenant();
  const path = `users/${margaretId}/identities`;
  const unlinked = await manage(
    tenant,
    'update:users',
    'DELETE',
    `${path}/facebook/11018757187888909`,
  );
  const first = await manage(
    tenant,
    'update:users',
    'DELETE',
    `${path}/auth0/a0f79963b45b1036d126bf60`,
  );

  assert.equal(unlinked.status, 200);
  assert.equal((await listOf(unlinked)).length, 2);
  assert.ok(tenant.state.users.get('facebook|11018757187888909'));
  assert.equal((await refusalOf(first))[1], 'Main identity cannot be removed.');
});
