import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Browser, callbackParams, jsonOf } from '../../testing/browser.ts';
import { manage, refusalOf } from '../../testing/machine.ts';
import { setUpTenant, type TestTenant } from '../../testing/tenant.ts';

const adaId = 'auth0|1fd9e31003bc63f898467e36';
const margaretId = 'auth0|a0f79963b45b1036d126bf60';
const database = 'Username-Password-Authentication';

function patch(
  tenant: TestTenant,
  id: string,
  body: unknown,
  scope = 'update:users',
): Promise<Response> {
  return manage(tenant, scope, 'PATCH', `users/${encodeURIComponent(id)}`, body);
}

test('root attributes replace, metadata of both kinds merges on the first level', async () => {
  const tenant = setUpTenant();
  const response = await patch(tenant, adaId, {
    name: 'Augusta Ada King',
    blocked: true,
    app_metadata: { plan: null, tier: 2 },
    user_metadata: { theme: 'light' },
  });
  const user = await jsonOf(response);

  assert.equal(response.status, 200);
  assert.equal(user['name'], 'Augusta Ada King');
  assert.equal(user['blocked'], true);
  assert.deepEqual(user['app_metadata'], { roles: ['analyst'], tier: 2 });
  assert.deepEqual(tenant.state.users.get(adaId)?.user_metadata?.['theme'], 'light');
});

test('a new address is in lower case and unverified, and the old one signs nobody in', async () => {
  const tenant = setUpTenant();
  const user = await jsonOf(await patch(tenant, adaId, { email: 'Countess@Example.com' }));
  const signedIn = await new Browser(tenant).signIn('countess@example.com', 'Analytical-1843');
  const old = await new Browser(tenant).signIn('ada@example.com', 'Analytical-1843');

  assert.equal(user['email'], 'countess@example.com');
  assert.equal(user['email_verified'], false);
  assert.ok(callbackParams(signedIn).has('code'));
  assert.equal(old.headers.get('location'), null);
});

test('a new password says when it was set, and nothing else does', async () => {
  const tenant = setUpTenant();
  const before = await jsonOf(await patch(tenant, adaId, { name: 'Ada' }));
  tenant.pass(60);
  const at = new Date(tenant.nowMs()).toISOString();
  const changed = await jsonOf(await patch(tenant, adaId, { password: 'Bernoulli-1842' }));
  tenant.pass(60);
  const later = await jsonOf(await patch(tenant, adaId, { name: 'Augusta' }));

  assert.equal('last_password_reset' in before, false);
  assert.equal(changed['last_password_reset'], at);
  assert.equal(later['last_password_reset'], at);
});

test('app_metadata is gone once it is empty, and user_metadata stays', async () => {
  const tenant = setUpTenant();
  const emptied = { app_metadata: {}, user_metadata: {} };
  const user = await jsonOf(await patch(tenant, adaId, emptied));
  await patch(tenant, margaretId, { app_metadata: { plan: 'team' } });
  const last = await jsonOf(await patch(tenant, margaretId, { app_metadata: { plan: null } }));

  for (const shown of [user, last]) assert.equal('app_metadata' in shown, false);
  assert.deepEqual(user['user_metadata'], {});
});

test('a new password ends the session that the old one began', async () => {
  const tenant = setUpTenant();
  const browser = new Browser(tenant);
  await browser.signIn('ada@example.com', 'Analytical-1843');
  assert.equal((await patch(tenant, adaId, { password: 'Bernoulli-1842' })).status, 200);
  const silent = await browser.authorize({ prompt: 'none' });

  assert.equal(callbackParams(silent).get('error'), 'login_required');
  assert.ok(callbackParams(await browser.signIn('ada@example.com', 'Bernoulli-1842')).has('code'));
});

test('metadata and blocking leave the session alone', async () => {
  const tenant = setUpTenant();
  const browser = new Browser(tenant);
  await browser.signIn('ada@example.com', 'Analytical-1843');
  await patch(tenant, adaId, { user_metadata: { theme: 'light' }, name: 'Ada' });

  assert.ok(callbackParams(await browser.authorize({ prompt: 'none' })).has('code'));
});

test('with its connection a linked identity is meant, and only its own data changes', async () => {
  const tenant = setUpTenant((seed) => ({
    ...seed,
    users: seed.users.map((user) =>
      user.user_id === margaretId
        ? {
            ...user,
            identities: [
              user.identities[0],
              {
                connection: 'email',
                provider: 'email',
                user_id: 'e1',
                isSocial: false,
                profile: { email: 'm@example.com', email_verified: false },
              },
            ],
          }
        : user,
    ),
  }));
  const response = await patch(tenant, margaretId, { email_verified: true, connection: 'email' });
  const [first, second] = tenant.state.users.get(margaretId)?.identities ?? [];

  assert.equal(response.status, 200);
  assert.equal(second?.profile.email_verified, true);
  assert.equal(first?.profile.email, 'margaret@example.com');
});

test('each change that Auth0 refuses is refused in its own words, and nothing changes', async () => {
  const tenant = setUpTenant();
  const google = 'google-oauth2|119230946235884572310';
  const saml = 'samlp|acme-saml|katherine.johnson@acme.example';
  const sms = 'sms|ca3aae46cec3a60e79f962d7';
  const cannot = 'The following user attributes cannot be updated: name.';
  const cases = [
    [adaId, { password: 'x', email: 'a@b.c' }, 'Cannot update password and email simultaneously'],
    [
      adaId,
      { password: 'x', email_verified: true },
      'Cannot update password and email_verified simultaneously',
    ],
    [adaId, { username: 'x', email: 'a@b.c' }, 'Cannot update username and email simultaneously'],
    [
      adaId,
      { username: 'x', email_verified: true },
      'Cannot update username and email_verified simultaneously',
    ],
    [adaId, { username: 'x', password: 'y' }, 'Cannot update username and password simultaneously'],
    [google, { email: 'a@b.c' }, 'Cannot update email for non-database user.'],
    [google, { password: 'Elasticity-1816' }, 'Connection is not supported for this operation.'],
    [saml, { email_verified: true }, 'Email verification is not supported for enterprise users.'],
    [sms, { email_verified: true }, 'Connection is not supported for this operation.'],
    [
      adaId,
      { phone_number: '+15555550111' },
      'Can only update phone_number for auth0 connections with attribute configuration enabled and options.attributes configured.',
    ],
    [
      google,
      { name: 'Ada' },
      `${cannot} The connection must either be a database connection (using the Auth0 store), a passwordless connection (email or sms) or has disabled 'Sync user profile attributes at each login'.`,
    ],
    [
      margaretId,
      { name: 'M', connection: 'facebook' },
      `${cannot} The specified connection belongs to a secondary identity.`,
    ],
    [
      adaId,
      { name: null },
      `The following user attributes cannot be removed: name. The connection (${database}) must either be a custom database connection with import mode disabled, a social or enterprise connection.`,
    ],
    [adaId, { email: 'grace@example.com' }, 'The specified new email already exists'],
    [adaId, { password: 'weak' }, 'PasswordStrengthError: Password is too weak'],
    [adaId, { username: 'ada' }, 'Cannot set username for connection without requires_username.'],
    [adaId, { email: 'a@b.c', connection: 'nowhere' }, 'The connection does not exist.'],
    [
      adaId,
      { email: 'a@b.c', connection: 'sms' },
      'Connection is not supported for this operation.',
    ],
    [
      adaId,
      { blocked: 'yes' },
      "Payload validation error: 'Expected type boolean but found type string' on property blocked (Whether this user was blocked by an administrator (true) or not (false)).",
    ],
    [
      adaId,
      { identities: [] },
      "Payload validation error: 'Additional properties not allowed: identities'.",
    ],
  ] as const;
  const before = tenant.state.users.all();

  for (const [id, body, message] of cases) {
    const [status, said] = await refusalOf(await patch(tenant, id, body));
    assert.deepEqual([status, said], [400, message]);
  }
  assert.deepEqual(tenant.state.users.all(), before);
});

test('users of a connection that no client has keep their address and password', async () => {
  const tenant = setUpTenant((seed) => ({
    ...seed,
    connections: seed.connections.map((connection) => ({ ...connection, enabled_clients: [] })),
  }));

  assert.deepEqual(await refusalOf(await patch(tenant, adaId, { email: 'a@b.c' })), [
    400,
    'Cannot change email or password for users in a disabled connection.',
    undefined,
  ]);
});

test('update:users_app_metadata opens app_metadata and nothing else', async () => {
  const tenant = setUpTenant();
  const scope = 'update:users_app_metadata';
  const metadata = await patch(tenant, adaId, { app_metadata: { plan: 'free' } }, scope);
  const name = await patch(tenant, adaId, { name: 'x', user_metadata: {} }, scope);

  assert.equal(metadata.status, 200);
  assert.deepEqual(await refusalOf(name), [
    403,
    'You cannot update the following fields: name, user_metadata',
    'insufficient_scope',
  ]);
});

test('somebody who does not exist is not found', async () => {
  const response = await patch(setUpTenant(), 'auth0|nobody', { name: 'x' });

  assert.deepEqual(await refusalOf(response), [404, 'The user does not exist.', 'inexistent_user']);
});
