import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Browser, callbackParams, jsonOf } from '../../testing/browser.ts';
import { machineToken, manage, refusalOf } from '../../testing/machine.ts';
import { origin, setUpTenant, type TestTenant } from '../../testing/tenant.ts';

const database = 'Username-Password-Authentication';

function create(tenant: TestTenant, body: unknown): Promise<Response> {
  return manage(tenant, 'create:users', 'POST', 'users', body);
}

test('an account with a password is made whole, and can sign in', async () => {
  const tenant = setUpTenant();
  const response = await create(tenant, {
    connection: database,
    email: 'Sophie.Germain@Example.com',
    password: 'Elasticity-1816',
    given_name: 'Sophie',
    user_metadata: { theme: 'dark' },
    app_metadata: { plan: 'team' },
  });
  const user = await jsonOf(response);
  const signedIn = await new Browser(tenant).signIn(
    'sophie.germain@example.com',
    'Elasticity-1816',
  );

  assert.equal(response.status, 201);
  assert.match(String(user['user_id']), /^auth0\|[0-9a-f]{24}$/);
  assert.equal(user['email'], 'sophie.germain@example.com');
  assert.equal(user['email_verified'], false);
  assert.equal(user['name'], 'sophie.germain@example.com');
  assert.equal(user['nickname'], 'sophie.germain');
  assert.deepEqual(user['app_metadata'], { plan: 'team' });
  assert.doesNotMatch(JSON.stringify(user), /Elasticity/);
  assert.ok(callbackParams(signedIn).has('code'));
});

test('passwordless accounts need their address and nothing else', async () => {
  const tenant = setUpTenant();
  const sms = await jsonOf(
    await create(tenant, { connection: 'sms', phone_number: '+15555550199', phone_verified: true }),
  );
  const email = await jsonOf(await create(tenant, { connection: 'email', email: 'x@example.com' }));

  assert.match(String(sms['user_id']), /^sms\|[0-9a-f]{24}$/);
  assert.deepEqual([sms['name'], sms['phone_verified']], ['+15555550199', true]);
  assert.match(String(email['user_id']), /^email\|/);
});

test('an id may be chosen, and is one account’s', async () => {
  const tenant = setUpTenant();
  const body = { connection: database, user_id: 'mine', password: 'Elasticity-1816' };
  const first = await create(tenant, { ...body, email: 'a@example.com' });
  const second = await create(tenant, { ...body, email: 'b@example.com' });

  assert.equal((await jsonOf(first))['user_id'], 'auth0|mine');
  assert.deepEqual(await refusalOf(second), [409, 'The user already exists.', 'auth0_idp_error']);
});

test('an address that the connection has already is refused, in any spelling', async () => {
  const tenant = setUpTenant();
  const twins = [
    { connection: database, email: 'ADA@example.com', password: 'Elasticity-1816' },
    { connection: 'sms', phone_number: '+15555550100' },
    { connection: 'email', email: 'zoe@example.net' },
  ];

  for (const body of twins) {
    assert.deepEqual(await refusalOf(await create(tenant, body)), [
      409,
      'The user already exists.',
      'auth0_idp_error',
    ]);
  }
});

test('each body that does not fit is refused in its own words, and nobody is made', async () => {
  const tenant = setUpTenant();
  const before = tenant.state.users.all().length;
  const account = { connection: database, email: 'a@example.com', password: 'Elasticity-1816' };
  const cases = [
    [{}, "Payload validation error: 'Too few properties defined (0), minimum 1'.", 'invalid_body'],
    [
      { email: 'a@example.com' },
      "Payload validation error: 'Missing required property: connection'.",
      'invalid_body',
    ],
    [{ connection: 'nowhere' }, 'The connection does not exist.', 'inexistent_connection'],
    [
      { connection: 'github', email: 'a@example.com' },
      'Connection does not support user creation through the API. It must either be a database or passwordless connection.',
      undefined,
    ],
    [
      { ...account, email: undefined },
      "Payload validation error: 'Missing required property: email'.",
      'invalid_body',
    ],
    [
      { ...account, password: undefined },
      "Payload validation error: 'Missing required property: password'.",
      'invalid_body',
    ],
    [{ ...account, password: 'weak' }, 'PasswordStrengthError: Password is too weak', undefined],
    [
      { ...account, username: 'sophie' },
      'Cannot set username for connection without requires_username.',
      undefined,
    ],
    [
      { ...account, email: 'nobody' },
      "Payload validation error: 'Object didn't pass validation for format email: nobody' on property email (The user's email).",
      'invalid_body',
    ],
    [
      { ...account, email_verified: 'yes' },
      "Payload validation error: 'Expected type boolean but found type string' on property email_verified (Whether this email address is verified (true) or unverified (false)).",
      'invalid_body',
    ],
    [
      { ...account, nick: 'x' },
      "Payload validation error: 'Additional properties not allowed: nick'.",
      'invalid_body',
    ],
    [
      { connection: 'sms', phone_number: '0155' },
      "Payload validation error: 'String does not match pattern ^\\+[0-9]{1,15}$: 0155' on property phone_number (The user's phone number (following the E.164 recommendation)).",
      'invalid_body',
    ],
  ] as const;

  for (const [body, message, errorCode] of cases) {
    assert.deepEqual(await refusalOf(await create(tenant, body)), [400, message, errorCode]);
  }
  assert.equal(tenant.state.users.all().length, before);
});

test('a body that is no JSON, and one that is no object, are refused', async () => {
  const tenant = setUpTenant();
  const token = await machineToken(tenant, 'create:users');
  const send = (body: string) =>
    tenant.app.request(`${origin}/api/v2/users`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body,
    });

  assert.deepEqual(await refusalOf(await send('{')), [
    400,
    'Invalid request payload JSON format',
    'invalid_body',
  ]);
  assert.deepEqual(await refusalOf(await send('[]')), [
    400,
    "Payload validation error: 'Expected type object but found type array'.",
    'invalid_body',
  ]);
});

test('a connection that no client has is disabled', async () => {
  const tenant = setUpTenant((seed) => ({
    ...seed,
    connections: seed.connections.map((connection) => ({ ...connection, enabled_clients: [] })),
  }));
  const response = await create(tenant, { connection: 'sms', phone_number: '+15555550199' });

  assert.deepEqual(await refusalOf(response), [400, 'The connection is disabled.', undefined]);
});

test('nobody makes users without create:users', async () => {
  const response = await manage(setUpTenant(), 'read:users update:users', 'POST', 'users', {});

  assert.deepEqual(await refusalOf(response), [
    403,
    'Insufficient scope, expected any of: create:users',
    'insufficient_scope',
  ]);
});
