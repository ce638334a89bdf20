import assert from 'node:assert/strict';
import { test } from 'node:test';

import { jsonOf } from '../testing/browser.ts';
import { assertRefused, codeFor, postForm, postJson } from '../testing/requests.ts';
import { secret, withConnection, withWebApp, withAuth0Messages } from '../testing/seeds.ts';
import { setUpTenant, type TestTenant } from '../testing/tenant.ts';

const start = (tenant: TestTenant, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
  postJson(tenant, '/passwordless/start', body, headers);

const sms = { client_id: 'ligature-spa', connection: 'sms', phone_number: '+15555550100' };
const email = { client_id: 'ligature-spa', connection: 'email', email: 'ada@example.com' };

test('a code goes to a phone, six digits of it', async () => {
  const tenant = setUpTenant();
  const response = await start(tenant, { ...sms, send: 'code' });
  const body = await jsonOf(response);
  const [message] = tenant.state.inbox.messages('+15555550100');

  assert.equal(response.status, 200);
  assert.match(String(body['_id']), /^[0-9a-f]{24}$/);
  assert.equal(body['phone_number'], '+15555550100');
  assert.ok(message);
  assert.equal(message.channel, 'sms');
  assert.match(message.code ?? '', /^\d{6}$/);
  assert.equal(message.link, undefined);
  assert.equal(message.at, new Date(tenant.nowMs()).toISOString());
});

test('an e-mail holds a link unless a code is asked for', async () => {
  const tenant = setUpTenant(withAuth0Messages);
  await start(tenant, email);
  const [withLink] = tenant.state.inbox.messages('ada@example.com');
  await start(tenant, { ...email, send: 'code' });
  const [withCode] = tenant.state.inbox.messages('ada@example.com');

  assert.match(withLink?.link ?? '', /^http:\/\/localhost:4400\/passwordless\/verify_redirect\?/);
  assert.equal(withLink?.code, undefined);
  assert.match(withCode?.code ?? '', /^\d{6}$/);
});

test('an address is kept in small letters, and a form is as good as JSON', async () => {
  const tenant = setUpTenant();
  const fields = { ...email, email: ' Ada@Example.COM ', send: 'code' };
  assert.equal((await postForm(tenant, '/passwordless/start', fields)).status, 200);

  assert.match(codeFor(tenant, 'ada@example.com'), /^\d{6}$/);
});

test('what is wrong with a start is told in Auth0’s codes', async () => {
  const tenant = setUpTenant();
  const pattern = 'String does not match pattern: ^\\+[0-9]{1,15}$';
  const noConnection = { client_id: sms.client_id, phone_number: sms.phone_number };
  const cases = [
    [{ connection: 'sms' }, 'bad.client_id', 'Missing required property: client_id'],
    [{ ...sms, client_id: 'nobody' }, 'bad.client_id', undefined],
    [noConnection, 'bad.connection', 'Missing required property: connection'],
    [{ ...sms, connection: 'nowhere' }, 'bad.connection', 'Connection does not exist'],
    [
      { ...sms, connection: 'github' },
      'bad.connection',
      'Invalid connection strategy. It must either be a passwordless connection',
    ],
    [{ ...sms, client_id: 'ligature-m2m' }, 'bad.connection', 'Connection is disabled'],
    [{ ...sms, authParams: 'x' }, 'bad.authParams', 'error in authParams'],
    [
      { ...sms, hat: 1, coat: 2 },
      'bad.request',
      'the following properties are not allowed: hat, coat',
    ],
    [{ ...sms, send: 'pigeon' }, 'bad.request', undefined],
    [{ ...sms, phone_number: '' }, 'bad.phone_number', 'Missing required property: phone_number'],
    [{ ...sms, phone_number: '0155' }, 'bad.phone_number', pattern],
    [{ ...sms, phone_number: '+1 555' }, 'bad.phone_number', pattern],
    [{ ...sms, phone_number: '+1234567890123456' }, 'bad.phone_number', pattern],
    [{ ...email, email: '' }, 'bad.email', 'Missing required property: email'],
    [{ ...email, email: 'no address' }, 'bad.email', undefined],
    [
      { ...sms, phone_number: '+15005550001' },
      'sms_provider_error',
      "The 'To' number +15005550001 is not a valid phone number. (Code: 21211)",
    ],
  ] as const;

  for (const [body, error, description] of cases) {
    await assertRefused(await start(tenant, body), 400, error, description);
  }
  assert.deepEqual(tenant.state.inbox.messages(undefined), []);
});

test('SEC-48: the fifty-first start in an hour from one address is refused', async () => {
  const tenant = setUpTenant();
  for (let count = 0; count < 50; count += 1) {
    assert.equal((await start(tenant, sms)).status, 200);
  }
  const refused = await start(tenant, email);
  await assertRefused(refused, 429, 'too_many_requests');
  assert.equal(refused.headers.get('retry-after'), '3600');
  tenant.pass(3600);

  assert.equal((await start(tenant, sms)).status, 200);
});

test('a start that was wrong counts for nothing', async () => {
  const tenant = setUpTenant();
  for (let count = 0; count < 60; count += 1) await start(tenant, { ...sms, phone_number: 'x' });

  assert.equal((await start(tenant, sms)).status, 200);
});

test('a server counts its people apart, and a page cannot', async () => {
  const tenant = setUpTenant(withWebApp());
  const server = { ...sms, client_id: 'web-app', client_secret: secret };
  for (let person = 0; person < 60; person += 1) {
    const from = { 'auth0-forwarded-for': `10.0.0.${person}` };
    assert.equal((await start(tenant, server, from)).status, 200);
  }
  for (let person = 0; person < 50; person += 1) {
    const from = { 'auth0-forwarded-for': `10.0.0.${person}` };
    assert.equal((await start(tenant, sms, from)).status, 200);
  }

  await assertRefused(
    await start(tenant, sms, { 'auth0-forwarded-for': '10.9.9.9' }),
    429,
    'too_many_requests',
  );
  await assertRefused(
    await start(tenant, { ...server, client_secret: 'wrong' }),
    401,
    'access_denied',
  );
});

test('SEC-50: known, unknown and blocked addresses get the same answer', async () => {
  const tenant = setUpTenant();
  const found = tenant.state.users.findByPhone('sms', '+15555550100');
  assert.ok(found);
  const answers = [];
  for (const phone_number of ['+15555550100', '+15555559999']) {
    const response = await start(tenant, { ...sms, phone_number });
    const { _id, phone_number: echoed, ...rest } = await jsonOf(response);
    assert.match(String(_id), /^[0-9a-f]{24}$/);
    assert.equal(echoed, phone_number);
    answers.push([response.status, rest]);
  }
  tenant.state.users.put({ ...found.user, blocked: true });
  const before = await jsonOf(await start(tenant, sms));
  tenant.state.users.put({ ...found.user, blocked: false });
  const after = await jsonOf(await start(tenant, sms));

  assert.deepEqual(answers[0], answers[1]);
  assert.deepEqual(before, after);
});

test('somebody blocked gets no code', async () => {
  const tenant = setUpTenant();
  const found = tenant.state.users.findByPhone('sms', '+15555550100');
  assert.ok(found);
  tenant.state.users.put({ ...found.user, blocked: true });
  await start(tenant, sms);

  assert.deepEqual(tenant.state.inbox.messages('+15555550100'), []);
});

test('nobody becomes a user by a start alone', async () => {
  const tenant = setUpTenant();
  const before = tenant.state.users.all().length;
  await start(tenant, { ...sms, phone_number: '+15555559999' });

  assert.equal(tenant.state.users.all().length, before);
});

test('a connection that is closed to new people says so, which tells who has an account', async () => {
  const tenant = setUpTenant(withConnection('sms', { disable_signup: true }));

  assert.equal((await start(tenant, sms)).status, 200);
  await assertRefused(
    await start(tenant, { ...sms, phone_number: '+15555559999' }),
    400,
    'bad.connection',
    'Public signup is disabled',
  );
});

test('length and life of a code are the connection’s own', async () => {
  const tenant = setUpTenant(withConnection('sms', { totp: { length: 4, time_step: 60 } }));
  await start(tenant, sms);

  assert.match(codeFor(tenant, '+15555550100'), /^\d{4}$/);
});

test('an address may have a code that is always the same', async () => {
  const tenant = setUpTenant();
  tenant.state.signIns.fixedCodes.set('+15555550100', '424242');
  await start(tenant, sms);

  assert.equal(codeFor(tenant, '+15555550100'), '424242');
});

test('verifying by itself is switched off, and no form needs a captcha', async () => {
  const tenant = setUpTenant();

  await assertRefused(await postJson(tenant, '/passwordless/verify', {}), 404, 'endpoint_disabled');
  for (const path of [
    '/passwordless/challenge',
    '/usernamepassword/challenge',
    '/dbconnections/signup/challenge',
    '/dbconnections/change_password/challenge',
  ]) {
    assert.deepEqual(await jsonOf(await postJson(tenant, path, { state: 'x' })), {
      required: false,
    });
  }
});
