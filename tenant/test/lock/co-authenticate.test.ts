import assert from 'node:assert/strict';
import { test } from 'node:test';

import { password } from '../testing/accounts.ts';
import {
  Browser,
  callbackParams,
  claimsOf,
  jsonOf,
  locationOf,
  text,
  tokensFrom,
} from '../testing/browser.ts';
import { assertRefused, codeFor, notThat, postJson } from '../testing/requests.ts';
import { changed, withSettings, withSpa, withWebApp } from '../testing/seeds.ts';
import { setUpTenant, type TestTenant } from '../testing/tenant.ts';

type Fields = Readonly<Record<string, string>>;

const passwordRealm = 'http://auth0.com/oauth/grant-type/password-realm';
const otp = 'http://auth0.com/oauth/grant-type/passwordless/otp';
const page = 'http://localhost:4200';
const phone = '+15555550100';

const ada = {
  client_id: 'ligature-spa',
  username: 'ada@example.com',
  password: 'Analytical-1843',
  realm: password,
  credential_type: passwordRealm,
};

const authenticate = (browser: Browser, body: Fields, origin = page) =>
  browser.send('/co/authenticate', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(origin !== '' && { origin }) },
    body: JSON.stringify(body),
  });

async function ticketFor(browser: Browser, body: Fields): Promise<string> {
  const response = await authenticate(browser, body);
  assert.equal(response.status, 200);

  return text((await jsonOf(response))['login_ticket']);
}

async function codeTicket(tenant: TestTenant, browser: Browser): Promise<string> {
  await postJson(tenant, '/passwordless/start', {
    client_id: 'ligature-spa',
    connection: 'sms',
    phone_number: phone,
  });
  const { client_id } = ada;
  const code = codeFor(tenant, phone);

  return ticketFor(browser, {
    ...{ client_id, username: phone, otp: code, realm: 'sms', credential_type: otp },
  });
}

test('a password gets a ticket with the three fields of the SDK, and a cookie that ties it down', async () => {
  const browser = new Browser(setUpTenant());
  const response = await authenticate(browser, ada);
  const body = await jsonOf(response);

  assert.deepEqual(Object.keys(body).sort(), ['co_id', 'co_verifier', 'login_ticket']);
  assert.equal(response.headers.get('access-control-allow-origin'), page);
  assert.equal(response.headers.get('access-control-allow-credentials'), 'true');
  assert.match(response.headers.get('set-cookie') ?? '', /^tenant_browser_4400=.*HttpOnly/);
});

test('the ticket signs in at /authorize, silently too, and replaces the session', async () => {
  const tenant = setUpTenant();
  const browser = new Browser(tenant);
  await browser.signInAt('github', 'grace@example.com');
  const before = browser.session;
  const login_ticket = await ticketFor(browser, ada);
  const answer = await browser.authorize({ login_ticket, realm: password, prompt: 'none' });
  const { idToken } = await tokensFrom(tenant, answer);

  assert.match(String(claimsOf(idToken)['sub']), /^auth0\|/);
  assert.notEqual(browser.session, before);
});

test('a one-time code gets a ticket too', async () => {
  const tenant = setUpTenant();
  const browser = new Browser(tenant);
  const login_ticket = await codeTicket(tenant, browser);
  const answer = await browser.authorize({ login_ticket, realm: 'sms' });

  assert.match(String(claimsOf((await tokensFrom(tenant, answer)).idToken)['sub']), /^sms\|/);
});

test('a ticket is good once, and only for its browser, its client and its realm', async () => {
  const tenant = setUpTenant(changed(withWebApp()));
  const browser = new Browser(tenant);
  const login_ticket = await ticketFor(browser, ada);
  const elsewhere = new Browser(tenant);
  const stolen = await elsewhere.authorize({ login_ticket, prompt: 'none' });
  assert.equal(callbackParams(stolen).get('error'), 'login_required');

  const spent = await browser.authorize({ login_ticket, prompt: 'none' });
  assert.equal(callbackParams(spent).get('error'), 'login_required');
  for (const params of [{ client_id: 'web-app' }, { realm: 'sms' }]) {
    const other = await ticketFor(browser, ada);
    const answer = await browser.authorize({ login_ticket: other, prompt: 'none', ...params });
    assert.equal(callbackParams(answer).get('error'), 'login_required');
  }
});

test('a ticket lives for a quarter of an hour, and an old one leads to the page', async () => {
  const tenant = setUpTenant();
  const browser = new Browser(tenant);
  const login_ticket = await ticketFor(browser, ada);
  tenant.pass(900);

  assert.match(locationOf(await browser.authorize({ login_ticket })), /^\/u\/login/);
});

test('what is wrong is told in the words of the documentation', async () => {
  const browser = new Browser(setUpTenant());
  const { client_id, username, credential_type } = ada;
  const noRealm = { client_id, username, credential_type, password: ada.password };
  const all = 'Invalid request body. All and only of client_id, credential_type, username';
  const cases = [
    [
      { ...ada, credential_type: 'x' },
      [400, 'unsupported_credential_type', 'Unknown credential type parameter.'],
    ],
    [noRealm, [400, 'invalid_request', `${all}, password, realm are required.`]],
    [{ ...ada, hat: '1' }, [400, 'invalid_request', `${all}, password, realm are required.`]],
    [{}, [400, 'invalid_request', `${all}, otp, realm are required.`]],
    [
      { ...ada, realm: 'non-existent-connection' },
      [400, 'invalid_request', 'Unknown realm non-existent-connection.'],
    ],
    [{ ...ada, realm: 'sms' }, [400, 'invalid_request', 'Unknown realm sms.']],
    [
      { ...ada, client_id: 'ligature-m2m' },
      [401, 'unauthorized_client', 'Cross origin login not allowed.'],
    ],
    [{ ...ada, password: 'x' }, [403, 'access_denied', 'Wrong email or password.']],
    [{ ...ada, username: 'x@y' }, [403, 'access_denied', 'Wrong email or password.']],
  ] as const;

  for (const [body, [status, error, description]] of cases) {
    await assertRefused(await authenticate(browser, body), status, error, description);
  }
});

test('wrong codes are refused in the words of their channel', async () => {
  const tenant = setUpTenant();
  const browser = new Browser(tenant);
  const email = 'ada@example.com';
  const common = { client_id: 'ligature-spa', credential_type: otp };
  const start = (fields: Fields) =>
    postJson(tenant, '/passwordless/start', { client_id: 'ligature-spa', ...fields });
  await start({ connection: 'sms', phone_number: phone });
  await start({ connection: 'email', email, send: 'code' });
  const sms = { ...common, realm: 'sms', username: phone, otp: notThat(codeFor(tenant, phone)) };
  const mail = { ...common, realm: 'email', username: email, otp: notThat(codeFor(tenant, email)) };

  for (const [body, description] of [
    [sms, 'Wrong phone number or verification code.'],
    [mail, 'Wrong email or verification code.'],
  ] as const) {
    await assertRefused(await authenticate(browser, body), 403, 'access_denied', description);
  }
});

test('the realm may be left out where there is a default directory', async () => {
  const { client_id, username } = ada;
  const noRealm = { client_id, username, password: ada.password, credential_type: 'password' };
  const set = new Browser(setUpTenant(withSettings({ defaultDirectory: password })));

  assert.equal((await authenticate(set, noRealm)).status, 200);
  await assertRefused(
    await authenticate(new Browser(setUpTenant()), noRealm),
    400,
    'invalid_request',
    'Unknown realm .',
  );
});

test('somebody blocked, and the eleventh wrong password, are refused', async () => {
  const tenant = setUpTenant();
  const browser = new Browser(tenant);
  const found = tenant.state.users.findByEmail(password, 'ada@example.com');
  assert.ok(found);
  tenant.state.users.put({ ...found.user, blocked: true });
  await assertRefused(await authenticate(browser, ada), 403, 'blocked_user', 'Blocked user');
  for (let attempt = 0; attempt < 10; attempt += 1) {
    await authenticate(browser, { ...ada, password: 'wrong' });
  }

  await assertRefused(
    await authenticate(browser, ada),
    429,
    'too_many_attempts',
    'Your account has been blocked after multiple consecutive login attempts. We’ve sent you an email with instructions on how to unblock it.',
  );
});

test('a client that is not set for it, and an origin that is not listed, are refused', async () => {
  const off = new Browser(setUpTenant(withSpa({ cross_origin_authentication: false })));
  await assertRefused(
    await authenticate(off, ada),
    401,
    'unauthorized_client',
    'Cross origin login not allowed.',
  );
  for (const origin of ['https://test.app', '']) {
    const response = await authenticate(new Browser(setUpTenant()), ada, origin);
    assert.equal(response.status, 403);
    assert.equal(await response.text(), `Origin ${origin} is not allowed.`);
  }
});
