import assert from 'node:assert/strict';
import { test } from 'node:test';

import { password } from '../testing/accounts.ts';
import { Browser, callbackParams, codeOf } from '../testing/browser.ts';
import { origin, setUpTenant, type TestTenant } from '../testing/tenant.ts';

const request = (tenant: TestTenant, fields: Readonly<Record<string, string>> = {}) =>
  tenant.app.request(`${origin}/dbconnections/change_password`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      client_id: 'ligature-spa',
      email: 'grace@example.com',
      connection: password,
      ...fields,
    }),
  });

async function mailedPath(tenant: TestTenant): Promise<string> {
  await request(tenant);
  const [message] = tenant.state.inbox.messages('grace@example.com');
  assert.ok(message);
  const { pathname, search } = new URL(message.link ?? assert.fail());

  return `${pathname}${search}`;
}

test('the answer is the same text for an address that nobody has, and only one gets a message', async () => {
  const tenant = setUpTenant();
  const known = await request(tenant);
  const unknown = await request(tenant, { email: 'nobody@example.com' });

  assert.equal(known.status, 200);
  assert.equal(unknown.status, 200);
  assert.equal(await known.text(), "We've just sent you an email to reset your password.");
  assert.equal(await unknown.text(), "We've just sent you an email to reset your password.");
  assert.deepEqual(
    tenant.state.inbox.messages(undefined).map(({ to, channel }) => ({ to, channel })),
    [{ to: 'grace@example.com', channel: 'email' }],
  );
});

test('what is incomplete, or not a database, is refused', async () => {
  const tenant = setUpTenant();

  for (const fields of [{ client_id: '' }, { email: '' }, { connection: 'google-oauth2' }]) {
    assert.equal((await request(tenant, fields)).status, 400);
  }
});

test('the link sets a password once, and ends the sessions that the old one began', async () => {
  const tenant = setUpTenant();
  const browser = new Browser(tenant);
  await browser.signIn('grace@example.com', 'Compiler-1952');
  const path = await mailedPath(tenant);
  assert.match(await (await browser.send(path)).text(), />New password<\/label>/);
  const changed = await browser.submit(path, { password: 'Nanosecond-1985' });

  assert.equal(changed.status, 200);
  assert.match(await changed.text(), /<h1>Password changed<\/h1>/);
  assert.equal((await browser.submit(path, { password: 'Another-1985' })).status, 400);
  assert.equal(
    callbackParams(await browser.authorize({ prompt: 'none' })).get('error'),
    'login_required',
  );
  assert.equal((await browser.signIn('grace@example.com', 'Compiler-1952')).status, 400);
  assert.ok(codeOf(await browser.signIn('grace@example.com', 'Nanosecond-1985')));
});

test('the account says when its password was set, in a snapshot too', async () => {
  const tenant = setUpTenant();
  const path = await mailedPath(tenant);
  tenant.pass(60);
  const at = new Date(tenant.nowMs()).toISOString();
  await new Browser(tenant).submit(path, { password: 'Nanosecond-1985' });
  const snapshot = await (await tenant.control.request('/snapshot')).text();
  await tenant.control.request('/reset', { method: 'POST' });
  await tenant.control.request('/snapshot', {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: snapshot,
  });
  const [grace] = tenant.state.users.withEmail('grace@example.com');

  assert.equal(grace?.last_password_reset, at);
  assert.equal(grace.updated_at, at);
});

test('a password that the connection does not take is refused, and the link stays good', async () => {
  const tenant = setUpTenant();
  const browser = new Browser(tenant);
  const path = await mailedPath(tenant);

  for (const weak of ['short', 'long enough']) {
    const refused = await browser.submit(path, { password: weak });
    assert.equal(refused.status, 400);
    assert.match(await refused.text(), /This password is too weak\./);
  }
  assert.equal((await browser.submit(path, { password: 'Long enough' })).status, 200);
});

test('a link ends after five days', async () => {
  const tenant = setUpTenant();
  const path = await mailedPath(tenant);
  tenant.pass(5 * 86_400);

  assert.equal((await new Browser(tenant).send(path)).status, 400);
});
