import assert from 'node:assert/strict';
import { test } from 'node:test';

import { password as database } from '../testing/accounts.ts';
import { claimsOf, text } from '../testing/browser.ts';
import {
  assertRefused,
  codeFor,
  granted,
  notThat,
  postForm,
  postJson,
} from '../testing/requests.ts';
import { changed, secret, withSettings, withWebApp } from '../testing/seeds.ts';
import { managementAudience, setUpTenant, type TestTenant } from '../testing/tenant.ts';

type Fields = Readonly<Record<string, string>>;

const realmGrant = 'http://auth0.com/oauth/grant-type/password-realm';
const otpGrant = 'http://auth0.com/oauth/grant-type/passwordless/otp';
const webApp = { client_id: 'web-app', client_secret: secret };

const withPassword = (tenant: TestTenant, fields: Fields = {}) =>
  postForm(tenant, '/oauth/token', {
    grant_type: realmGrant,
    realm: database,
    username: 'ada@example.com',
    password: 'Analytical-1843',
    scope: 'openid email read:current_user offline_access',
    audience: managementAudience,
    ...webApp,
    ...fields,
  });

test('a client that may take passwords gets tokens for one', async () => {
  const tenant = setUpTenant(withWebApp());
  const body = await granted(await withPassword(tenant));

  assert.match(text(claimsOf(text(body['id_token']))['sub']), /^auth0\|/);
  assert.equal(claimsOf(text(body['access_token']))['azp'], 'web-app');
  assert.ok(body['refresh_token']);
});

test('the grant without a realm needs a default directory', async () => {
  const fields = { grant_type: 'password', realm: '' };
  const set = setUpTenant(changed(withWebApp(), withSettings({ defaultDirectory: database })));

  assert.equal((await withPassword(set, fields)).status, 200);
  await assertRefused(
    await withPassword(setUpTenant(withWebApp()), fields),
    400,
    'invalid_request',
    'Authorization server not configured with default connection.',
  );
});

test('a wrong password and an unknown address get the same answer', async () => {
  const tenant = setUpTenant(withWebApp());

  for (const fields of [{ password: 'wrong' }, { username: 'nobody@example.com' }]) {
    const refused = await withPassword(tenant, fields);
    await assertRefused(refused, 403, 'invalid_grant', 'Wrong email or password.');
  }
});

test('ten wrong passwords shut the account to that address of the network', async () => {
  const tenant = setUpTenant(withWebApp());
  for (let attempt = 0; attempt < 10; attempt += 1) {
    await assertRefused(await withPassword(tenant, { password: 'wrong' }), 403, 'invalid_grant');
  }

  await assertRefused(await withPassword(tenant), 429, 'too_many_attempts');
});

test('a right password forgets the wrong ones before it', async () => {
  const tenant = setUpTenant(withWebApp());
  for (let round = 0; round < 3; round += 1) {
    for (let attempt = 0; attempt < 9; attempt += 1) {
      await withPassword(tenant, { password: 'wrong' });
    }
    assert.equal((await withPassword(tenant)).status, 200);
  }
});

test('somebody blocked gets no tokens for the right password', async () => {
  const tenant = setUpTenant(withWebApp());
  const found = tenant.state.users.findByEmail(database, 'ada@example.com');
  assert.ok(found);
  tenant.state.users.put({ ...found.user, blocked: true });

  await assertRefused(await withPassword(tenant), 403, 'unauthorized', 'user is blocked');
});

test('an action that denies is heard, with its words', async () => {
  const tenant = setUpTenant(withWebApp());
  tenant.state.config.postLogin = [
    { onExecutePostLogin: (_event, api) => api.access.deny('Not on a Tuesday'), secrets: {} },
  ];

  await assertRefused(await withPassword(tenant), 403, 'access_denied', 'Not on a Tuesday');
});

test('an unknown realm, a missing field and an unknown audience are refused', async () => {
  const tenant = setUpTenant(withWebApp());

  await assertRefused(await withPassword(tenant, { realm: 'sms' }), 400, 'invalid_request');
  await assertRefused(await withPassword(tenant, { username: '' }), 400, 'invalid_request');
  await assertRefused(await withPassword(tenant, { audience: 'https://x/' }), 403, 'access_denied');
});

test('a single-page app may use none of these grants', async () => {
  const tenant = setUpTenant();

  for (const grant_type of ['password', realmGrant, otpGrant]) {
    await assertRefused(
      await withPassword(tenant, { grant_type, client_id: 'ligature-spa', client_secret: '' }),
      403,
      'unauthorized_client',
      `Grant type '${grant_type}' not allowed for the client.`,
    );
  }
});

test('a single-page app that was given the one-time-code grant all the same is refused', async () => {
  const tenant = setUpTenant(
    withWebApp({ app_type: 'spa', token_endpoint_auth_method: 'none', grant_types: [otpGrant] }),
  );

  await assertRefused(
    await withCode(tenant, '123456'),
    403,
    'unauthorized_client',
    `Grant type '${otpGrant}' not allowed for the client.`,
  );
});

const phone = '+15555550100';

const start = (tenant: TestTenant) =>
  postJson(tenant, '/passwordless/start', { ...webApp, connection: 'sms', phone_number: phone });

const withCode = (tenant: TestTenant, otp: string, fields: Fields = {}) =>
  postForm(tenant, '/oauth/token', {
    grant_type: otpGrant,
    realm: 'sms',
    username: phone,
    otp,
    scope: 'openid phone',
    ...webApp,
    ...fields,
  });

test('a web server gets tokens for a code', async () => {
  const tenant = setUpTenant(withWebApp());
  await start(tenant);
  const body = await granted(await withCode(tenant, codeFor(tenant, phone)));

  assert.equal(claimsOf(text(body['id_token']))['phone_number'], phone);
});

test('a code for a web server can be wrong, too old, tried too often, or of another realm', async () => {
  const tenant = setUpTenant(withWebApp());
  const wrongWords = 'Wrong phone number or verification code.';
  await start(tenant);
  const wrong = notThat(codeFor(tenant, phone));
  for (let attempt = 0; attempt < 3; attempt += 1) {
    await assertRefused(await withCode(tenant, wrong), 403, 'invalid_grant', wrongWords);
  }
  await assertRefused(
    await withCode(tenant, codeFor(tenant, phone)),
    403,
    'invalid_grant',
    "You've reached the maximum number of attempts. Please try to login again.",
  );
  await start(tenant);
  const late = codeFor(tenant, phone);
  tenant.pass(180);
  await assertRefused(
    await withCode(tenant, late),
    403,
    'invalid_grant',
    'The verification code has expired. Please try to login again.',
  );
  await assertRefused(await withCode(tenant, late, { realm: database }), 400, 'invalid_request');
  await assertRefused(await withCode(tenant, late, { client_secret: 'x' }), 401, 'access_denied');
});
