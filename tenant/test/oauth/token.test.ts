import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ada, call, password } from '../testing/accounts.ts';
import {
  allScopes,
  Browser,
  claimsOf,
  codeOf,
  exchange,
  jsonOf,
  text,
  tokensFrom,
  verifier,
} from '../testing/browser.ts';
import { callbackUrl, managementAudience, origin, setUpTenant } from '../testing/tenant.ts';

const signInAsAda = (browser: Browser, params: Readonly<Record<string, string>> = {}) =>
  browser.signIn('ada@example.com', 'Analytical-1843', params);

test('a code buys tokens with the claims that linking rests on', async () => {
  const tenant = setUpTenant();
  const response = await exchange(tenant, codeOf(await signInAsAda(new Browser(tenant))));
  const body = await jsonOf(response);
  const access = claimsOf(text(body['access_token']));
  const id = claimsOf(text(body['id_token']));
  const nowSeconds = tenant.nowMs() / 1000;

  assert.equal(response.status, 200);
  assert.equal(response.headers.get('cache-control'), 'no-store');
  assert.equal(body['token_type'], 'Bearer');
  assert.equal(body['expires_in'], 86_400);
  assert.equal(body['scope'], allScopes);
  assert.deepEqual(access['aud'], [managementAudience, `${origin}/userinfo`]);
  assert.equal(access['iss'], `${origin}/`);
  assert.equal(access['azp'], 'ligature-spa');
  assert.equal(access['exp'], nowSeconds + 86_400);
  assert.equal(id['iss'], `${origin}/`);
  assert.equal(id['aud'], 'ligature-spa');
  assert.equal(id['nonce'], 'the nonce==');
  assert.equal(id['sub'], access['sub']);
  assert.equal(id['exp'], nowSeconds + 36_000);
  assert.equal(id['email'], 'ada@example.com');
});

test('tokens hold no metadata', async () => {
  const { accessToken, idToken } = await ada(setUpTenant());

  assert.equal(
    Object.keys(claimsOf(accessToken)).sort().join(' '),
    'aud azp exp iat iss jti scope sub',
  );
  assert.equal(
    Object.keys(claimsOf(idToken)).sort().join(' '),
    'aud auth_time email email_verified exp family_name given_name iat iss name nickname nonce picture sid sub updated_at',
  );
});

test('JSON is taken like a form, and unknown parameters are ignored', async () => {
  const tenant = setUpTenant();
  const code = codeOf(await signInAsAda(new Browser(tenant)));
  const response = await tenant.app.request(`${origin}/oauth/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      grant_type: 'authorization_code',
      client_id: 'ligature-spa',
      code,
      code_verifier: verifier,
      redirect_uri: callbackUrl,
      prompt: 'none',
      'ext-anything': 1,
    }),
  });

  assert.equal(response.status, 200);
});

test('scopes that a single-page app cannot have are left out without a word', async () => {
  const tenant = setUpTenant();
  const scope = 'openid read:users read:current_user update:users offline_access openid';
  const tokens = await tokensFrom(tenant, await signInAsAda(new Browser(tenant), { scope }));

  assert.equal(tokens.scope, 'openid read:current_user offline_access');
  assert.equal(claimsOf(tokens.accessToken)['scope'], 'openid read:current_user offline_access');
  assert.equal(claimsOf(tokens.idToken)['email'], undefined);
});

test('without openid there is no ID token, and the audience stands alone', async () => {
  const tenant = setUpTenant();
  const scope = 'read:current_user';
  const code = codeOf(await signInAsAda(new Browser(tenant), { scope }));
  const body = await jsonOf(await exchange(tenant, code));

  assert.equal(body['id_token'], undefined);
  assert.equal(claimsOf(text(body['access_token']))['aud'], managementAudience);
});

test('without an audience the access token is opaque, and the Management API refuses its form', async () => {
  const tenant = setUpTenant();
  const code = codeOf(await signInAsAda(new Browser(tenant), { audience: '' }));
  const accessToken = text((await jsonOf(await exchange(tenant, code)))['access_token']);
  const refused = await call(tenant, 'GET', 'auth0|x', accessToken);

  assert.equal(accessToken.split('.').length, 1);
  assert.equal(refused.status, 400);
  assert.equal((await jsonOf(refused))['errorCode'], 'Bearer');
});

test('auth_time is told when prompt=login or max_age asked for it, and is the time of the sign-in', async () => {
  const tenant = setUpTenant();
  const browser = new Browser(tenant);
  const signedInAtSeconds = tenant.nowMs() / 1000;
  const authTime = async (response: Response) =>
    claimsOf((await tokensFrom(tenant, response)).idToken)['auth_time'];

  assert.equal(await authTime(await signInAsAda(browser, { prompt: 'login' })), signedInAtSeconds);
  tenant.pass(100);
  assert.equal(await authTime(await browser.authorize({ max_age: '3600' })), signedInAtSeconds);
  assert.equal(await authTime(await browser.authorize()), undefined);
});

test('SEC-04: a code does not work with the verifier of another', async () => {
  const tenant = setUpTenant();
  const code = codeOf(await signInAsAda(new Browser(tenant)));
  const response = await exchange(tenant, code, { code_verifier: 'the-verifier-of-somebody-else' });

  assert.equal(response.status, 403);
  assert.deepEqual(await jsonOf(response), {
    error: 'invalid_grant',
    error_description: 'Failed to verify code verifier',
  });
});

test('SEC-05: a code that comes twice is refused, and what it gave is taken back', async () => {
  const tenant = setUpTenant();
  const code = codeOf(await signInAsAda(new Browser(tenant)));
  const accessToken = text((await jsonOf(await exchange(tenant, code)))['access_token']);
  const path = encodeURIComponent(text(claimsOf(accessToken)['sub']));
  const userinfo = () =>
    tenant.app.request(`${origin}/userinfo`, {
      headers: { authorization: `Bearer ${accessToken}` },
    });
  assert.equal((await call(tenant, 'GET', path, accessToken)).status, 200);
  assert.equal((await userinfo()).status, 200);
  const replay = await exchange(tenant, code);

  assert.equal(replay.status, 403);
  assert.deepEqual(await jsonOf(replay), {
    error: 'invalid_grant',
    error_description: 'Invalid authorization code',
  });
  assert.equal((await call(tenant, 'GET', path, accessToken)).status, 401);
  assert.equal((await userinfo()).status, 401);
});

test('a code lives for a minute', async () => {
  const tenant = setUpTenant();
  const browser = new Browser(tenant);
  const late = codeOf(await signInAsAda(browser));
  tenant.pass(60);
  assert.equal((await exchange(tenant, late)).status, 403);

  const inTime = codeOf(await browser.authorize());
  tenant.pass(59);
  assert.equal((await exchange(tenant, inTime)).status, 200);
});

test('what does not belong to the code is refused in JSON', async () => {
  const tenant = setUpTenant();
  const code = codeOf(await signInAsAda(new Browser(tenant)));
  const cases = [
    [{ code: 'unknown' }, 403, 'invalid_grant'],
    [{ redirect_uri: 'http://127.0.0.1:4200/callback' }, 403, 'invalid_grant'],
    [{ redirect_uri: '' }, 400, 'invalid_request'],
    [{ code: '' }, 400, 'invalid_request'],
    [{ code_verifier: '' }, 400, 'invalid_request'],
    [{ client_id: '' }, 400, 'invalid_request'],
    [{ client_id: 'nobody' }, 401, 'invalid_client'],
    [{ client_id: 'ligature-m2m' }, 403, 'unauthorized_client'],
    [{ grant_type: 'password' }, 403, 'unauthorized_client'],
    [{ grant_type: '' }, 400, 'invalid_request'],
  ] as const;

  for (const [fields, status, error] of cases) {
    const response = await exchange(tenant, code, fields);
    assert.equal(response.status, status, JSON.stringify(fields));
    assert.equal((await jsonOf(response))['error'], error);
  }
  assert.equal((await exchange(tenant, code)).status, 200);
});

test('the one-time-code grant is refused for a single-page app, in the words Auth0 uses', async () => {
  const grant_type = 'http://auth0.com/oauth/grant-type/passwordless/otp';
  const body = await jsonOf(await exchange(setUpTenant(), 'x', { grant_type }));

  assert.equal(body['error_description'], `Grant type '${grant_type}' not allowed for the client.`);
});

test('a body that is neither form nor JSON is refused in JSON', async () => {
  const response = await setUpTenant().app.request(`${origin}/oauth/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '<html>',
  });

  assert.equal(response.status, 400);
  assert.equal((await jsonOf(response))['error'], 'invalid_request');
});

test('a code of somebody who was blocked meanwhile buys nothing', async () => {
  const tenant = setUpTenant();
  const code = codeOf(await signInAsAda(new Browser(tenant)));
  const found = tenant.state.users.findByEmail(password, 'ada@example.com');
  assert.ok(found);
  tenant.state.users.put({ ...found.user, blocked: true });
  const response = await exchange(tenant, code);

  assert.equal(response.status, 403);
  assert.equal((await jsonOf(response))['error_description'], 'user is blocked');
});

test('lifetimes come from the seed', async () => {
  const tenant = setUpTenant((seed) => ({
    ...seed,
    lifetimes: { ...seed.lifetimes, accessTokenMs: 60_000 },
    clients: seed.clients.map((client) => ({
      ...client,
      jwt_configuration: { ...client.jwt_configuration, lifetime_in_seconds: 30 },
    })),
  }));
  const { accessToken, idToken } = await ada(tenant);

  assert.equal(claimsOf(accessToken)['exp'], tenant.nowMs() / 1000 + 60);
  assert.equal(claimsOf(idToken)['exp'], tenant.nowMs() / 1000 + 30);
});
