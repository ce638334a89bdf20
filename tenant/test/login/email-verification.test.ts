import assert from 'node:assert/strict';
import { test } from 'node:test';

import { password } from '../testing/accounts.ts';
import { manage } from '../testing/machine.ts';
import { postJson } from '../testing/requests.ts';
import { origin, setUpTenant, type TestTenant } from '../testing/tenant.ts';

const email = 'new.comer@example.net';
const account = { connection: password, email, password: 'Long-enough-1' };
const fiveDays = 432_000;

const create = (tenant: TestTenant, fields: Readonly<Record<string, unknown>> = {}) =>
  manage(tenant, 'create:users', 'POST', 'users', { ...account, ...fields });

const linkTo = (tenant: TestTenant, address = email) =>
  tenant.state.inbox.messages(address)[0]?.link ?? '';

async function follow(tenant: TestTenant, link: string, method = 'GET') {
  const response = await tenant.app.request(link, { method });

  return { status: response.status, page: await response.text() };
}

function isVerified(tenant: TestTenant, address = email): boolean | undefined {
  return tenant.state.users.findByEmail(password, address)?.identity.profile.email_verified;
}

test('whoever signs up gets a link, which verifies the address', async () => {
  const tenant = setUpTenant();
  await postJson(tenant, '/dbconnections/signup', { client_id: 'ligature-spa', ...account });
  const link = linkTo(tenant);
  assert.ok(link.startsWith(`${origin}/u/email-verification?ticket=`));
  assert.equal(isVerified(tenant), false);

  const { status, page } = await follow(tenant, link);
  assert.equal(status, 200);
  assert.match(page, /Your email was verified. You can continue using the application./);
  assert.equal(isVerified(tenant), true);
  assert.deepEqual(
    tenant.state.log.entries().map(({ type }) => type),
    ['ss', 'svr', 'sv'],
  );
});

test('an account that a program makes gets a link unless it is verified, or verify_email says so', async () => {
  const cases = [
    [{}, true],
    [{ verify_email: false }, false],
    [{ email_verified: true }, false],
    [{ email_verified: true, verify_email: true }, true],
  ] as const;

  for (const [fields, isSent] of cases) {
    const tenant = setUpTenant();
    assert.equal((await create(tenant, fields)).status, 201);
    assert.equal(linkTo(tenant) !== '', isSent, JSON.stringify(fields));
  }
});

test('an update sends a link to the new address when it asks for it', async () => {
  const tenant = setUpTenant();
  await create(tenant, { verify_email: false });
  const id = tenant.state.users.findByEmail(password, email)?.user.user_id ?? '';
  const update = (body: unknown) =>
    manage(tenant, 'update:users', 'PATCH', `users/${encodeURIComponent(id)}`, body);
  await update({ email: 'other@example.net' });
  assert.equal(linkTo(tenant, 'other@example.net'), '');

  assert.equal((await update({ email: 'third@example.net', verify_email: true })).status, 200);
  await follow(tenant, linkTo(tenant, 'third@example.net'));
  assert.equal(isVerified(tenant, 'third@example.net'), true);
});

test('a passwordless account gets no such link: its code is the proof', async () => {
  const tenant = setUpTenant();
  const body = { connection: 'email', email, verify_email: true };
  assert.equal((await manage(tenant, 'create:users', 'POST', 'users', body)).status, 201);

  assert.equal(linkTo(tenant), '');
});

test('a link is good once, for five days, and HEAD does not use it', async () => {
  const tenant = setUpTenant();
  await create(tenant);
  const link = linkTo(tenant);
  assert.equal((await follow(tenant, link, 'HEAD')).status, 200);
  assert.equal(isVerified(tenant), false);
  tenant.pass(fiveDays);
  const late = await follow(tenant, link);
  assert.equal(late.status, 400);
  assert.match(late.page, /Access expired\./);

  const other = setUpTenant();
  await create(other);
  await follow(other, linkTo(other));
  assert.match((await follow(other, linkTo(other))).page, /This URL can be used only once\./);
});

test('a link verifies the address it was sent to, and no other', async () => {
  const tenant = setUpTenant();
  await create(tenant);
  const link = linkTo(tenant);
  const found = tenant.state.users.findByEmail(password, email);
  assert.ok(found);
  const path = `users/${encodeURIComponent(found.user.user_id)}`;
  await manage(tenant, 'update:users', 'PATCH', path, { email: 'moved@example.net' });
  assert.match((await follow(tenant, link)).page, /verification code is invalid\./);
  assert.equal(isVerified(tenant, 'moved@example.net'), false);

  await manage(tenant, 'update:users', 'PATCH', path, { email, email_verified: true });
  await manage(tenant, 'delete:users', 'DELETE', path);
  assert.match((await follow(tenant, link)).page, /User account does not exist/);
});

test('somebody who is verified already is told so', async () => {
  const tenant = setUpTenant();
  await create(tenant, { email_verified: true, verify_email: true });

  assert.match((await follow(tenant, linkTo(tenant))).page, /This account is already verified\./);
});
