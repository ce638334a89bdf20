import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ada } from '../testing/accounts.ts';
import { Browser, callbackParams, jsonOf, text } from '../testing/browser.ts';
import { control } from '../testing/control.ts';
import { withConnection } from '../testing/seeds.ts';
import { setUpTenant } from '../testing/tenant.ts';

const password = 'Username-Password-Authentication';

test('somebody is made up who can sign in at once', async () => {
  const tenant = setUpTenant();
  const answer = await control(tenant, 'POST', '/users', {
    connection: password,
    email: 'New@Example.com',
    name: 'Nina New',
    password: 'Brand-New-1',
    user_metadata: { theme: 'dark' },
  });
  const user = await jsonOf(answer);

  assert.equal(answer.status, 201);
  assert.equal(user['email'], 'new@example.com');
  assert.equal(user['family_name'], 'New');
  assert.equal(user['email_verified'], true);
  const signedIn = await new Browser(tenant).signIn('new@example.com', 'Brand-New-1');
  assert.ok(callbackParams(signedIn).has('code'));
});

test('a connection is enough when the tenant fills in the rest, at every connection', async () => {
  const tenant = setUpTenant();
  for (const [name, { strategy }] of tenant.state.config.connections) {
    const user = await jsonOf(
      await control(tenant, 'POST', '/users', { connection: name, fill: true }),
    );
    assert.ok(text(user['user_id']).startsWith(`${strategy}|`), name);
    assert.ok(tenant.state.users.get(text(user['user_id'])));
  }
});

test('as many as somebody asks for are made up, and no two of them are the same', async () => {
  const tenant = setUpTenant();
  for (const connection of ['sms', 'google-oauth2']) {
    for (let made = 0; made < 600; made++) {
      const answer = await control(tenant, 'POST', '/users', { connection, fill: true });
      assert.equal(answer.status, 201, `${connection}, after ${made}`);
    }
  }
});

test('an account has no address where its connection can do without, and can be linked', async () => {
  const tenant = setUpTenant(withConnection(password, { requires_username: true }));
  const made = async (fields: object) => jsonOf(await control(tenant, 'POST', '/users', fields));
  const github = await made({ connection: 'github', name: 'Octo Cat' });
  const phone = { phone_number: '+15555550199' };
  const named = await made({ connection: password, username: 'octo', ...phone });
  const refused = await made({ connection: 'acme-saml', name: 'Octo Cat' });

  assert.ok(!('email' in github) && !('email_verified' in github));
  assert.deepEqual(
    [named['username'], named['phone_number'], 'email' in named],
    ['octo', phone.phone_number, false],
  );
  assert.match(text(refused['message']), /^body\.email must be/);
  const path = `/users/${text(named['user_id'])}/identities`;
  const linked = await control(tenant, 'POST', path, { user_id: github['user_id'] });
  assert.equal(linked.status, 201);
});

test('an account that exists is not made twice, and what is wrong is named', async () => {
  const tenant = setUpTenant();
  const named = { connection: password, email: 'a@b.example', username: 'ada' };
  assert.equal((await control(tenant, 'POST', '/users', named)).status, 201);
  for (const [body, status, message] of [
    [{ connection: password, email: 'ADA@example.com' }, 409, 'There is such an account'],
    [{ connection: 'sms', phone_number: '+15555550100' }, 409, 'There is such an account'],
    [
      { connection: password, email: 'b@c.example', username: 'Ada' },
      409,
      'There is such an account',
    ],
    [{ connection: 'sms', phone_number: '12' }, 400, 'body.phone_number must be'],
    [{ connection: 'nowhere' }, 400, 'body.connection must be a connection'],
    [{ connection: password }, 400, 'body.email must be'],
    [{ connection: password, fill: true, age: 3 }, 400, 'body.age is not a field'],
    [{ connection: 'github', fill: true, password: 'x' }, 400, 'body.password is for'],
    [{ email: 'x@example.com' }, 400, 'body.connection is missing'],
  ] as const) {
    const answer = await control(tenant, 'POST', '/users', body);
    assert.equal(answer.status, status, message);
    assert.ok(text((await jsonOf(answer))['message']).startsWith(message), message);
  }
});

test('somebody who is blocked cannot sign in, and can again afterwards', async () => {
  const tenant = setUpTenant();
  const { id } = await ada(tenant);
  const signIn = () => new Browser(tenant).signIn('ada@example.com', 'Analytical-1843');
  await control(tenant, 'PATCH', `/users/${id}`, { blocked: true });
  assert.equal(callbackParams(await signIn()).get('error'), 'unauthorized');
  await control(tenant, 'PATCH', `/users/${id}`, { blocked: false });
  assert.ok(callbackParams(await signIn()).has('code'));
});

test('an address can be verified, of a linked identity too, and metadata be set', async () => {
  const tenant = setUpTenant();
  const { id } = await ada(tenant);
  const google = tenant.state.users.findByEmail('google-oauth2', 'ada@example.com');
  assert.ok(google);
  const googleId = google.user.user_id;
  await control(tenant, 'POST', `/users/${id}/identities`, { user_id: googleId });
  await control(tenant, 'PATCH', `/users/${id}`, { email_verified: false });
  const answer = await control(tenant, 'PATCH', `/users/${id}`, {
    identity: googleId,
    email_verified: false,
    user_metadata: { only: 1 },
  });

  assert.deepEqual((await jsonOf(answer))['user_metadata'], { only: 1 });
  assert.deepEqual(
    tenant.state.users.get(id)?.identities.map(({ profile }) => profile.email_verified),
    [false, false],
  );
  const refused = await control(tenant, 'PATCH', `/users/${id}`, { identity: 'sms|1' });
  assert.match(text((await jsonOf(refused))['message']), /^body\.identity must be an identity/);
});

test('accounts are linked and unlinked by hand as the Management API would', async () => {
  const tenant = setUpTenant();
  const { id } = await ada(tenant);
  const google = tenant.state.users.findByEmail('google-oauth2', 'ada@example.com');
  assert.ok(google);
  const { user_id: googleId } = google.user;
  const linked = await control(tenant, 'POST', `/users/${id}/identities`, { user_id: googleId });
  assert.equal(linked.status, 201);
  assert.equal(tenant.state.users.get(googleId), undefined);
  assert.equal(tenant.state.users.get(id)?.identities.length, 2);

  const path = `/users/${encodeURIComponent(id)}/identities/${googleId.replace('|', '/')}`;
  assert.equal((await control(tenant, 'DELETE', path)).status, 200);
  assert.equal(tenant.state.users.get(googleId)?.user_metadata, undefined);
  assert.equal((await control(tenant, 'DELETE', path)).status, 404);
  const first = `/users/${id}/identities/${id.replace('|', '/')}`;
  assert.equal((await control(tenant, 'DELETE', first)).status, 400);
  const self = await control(tenant, 'POST', `/users/${id}/identities`, { user_id: id });
  assert.equal(self.status, 400);
});

test('somebody who is deleted is gone, with every session', async () => {
  const tenant = setUpTenant();
  const browser = new Browser(tenant);
  await browser.signIn('ada@example.com', 'Analytical-1843');
  const { id } = await ada(tenant);
  assert.equal((await control(tenant, 'DELETE', `/users/${id}`)).status, 200);

  assert.equal(tenant.state.users.get(id), undefined);
  assert.equal(
    callbackParams(await browser.authorize({ prompt: 'none' })).get('error'),
    'login_required',
  );
  assert.equal((await control(tenant, 'DELETE', `/users/${id}`)).status, 404);
});
