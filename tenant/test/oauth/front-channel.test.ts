import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';

import { call } from '../testing/accounts.ts';
import { Browser, claimsOf, exchange, locationOf, text } from '../testing/browser.ts';
import { granted } from '../testing/requests.ts';
import { withSpa } from '../testing/seeds.ts';
import { callbackUrl, setUpTenant } from '../testing/tenant.ts';

/** What a client reads from the fragment of its callback. */
function fragmentOf(response: Response): URLSearchParams {
  const location = new URL(locationOf(response));
  assert.equal(`${location.origin}${location.pathname}${location.search}`, callbackUrl);

  return new URLSearchParams(location.hash.slice(1));
}

const halfHash = (value: string) =>
  createHash('sha256').update(value).digest().subarray(0, 16).toString('base64url');

const signIn = (browser: Browser, response_type: string) =>
  browser.signIn('ada@example.com', 'Analytical-1843', { response_type });

test('tokens come in the fragment, short-lived, and tied to each other', async () => {
  const tenant = setUpTenant();
  const answer = fragmentOf(await signIn(new Browser(tenant), 'token id_token'));
  const accessToken = text(answer.get('access_token'));
  const id = claimsOf(text(answer.get('id_token')));
  const access = claimsOf(accessToken);
  const path = encodeURIComponent(text(access['sub']));

  assert.equal(answer.get('token_type'), 'Bearer');
  assert.equal(answer.get('expires_in'), '7200');
  assert.equal(access['exp'], tenant.nowMs() / 1000 + 7200);
  assert.equal(answer.get('state'), 'the state==');
  assert.match(answer.get('scope') ?? '', /read:current_user/);
  assert.equal(answer.get('code'), null);
  assert.equal(id['nonce'], 'the nonce==');
  assert.equal(id['at_hash'], halfHash(accessToken));
  assert.equal((await call(tenant, 'GET', path, accessToken)).status, 200);
});

test('each type brings what it names, and nothing else', async () => {
  const browser = new Browser(setUpTenant());
  await signIn(browser, 'code');
  const cases = [
    ['token', ['access_token', 'expires_in', 'scope', 'state', 'token_type']],
    ['id_token', ['id_token', 'state']],
    ['code id_token', ['code', 'id_token', 'state']],
    ['code token', ['access_token', 'code', 'expires_in', 'scope', 'state', 'token_type']],
    [
      'code token id_token',
      ['access_token', 'code', 'expires_in', 'id_token', 'scope', 'state', 'token_type'],
    ],
  ] as const;

  for (const [response_type, names] of cases) {
    const answer = fragmentOf(await browser.authorize({ response_type }));
    assert.deepEqual([...answer.keys()].sort(), names);
  }
});

test('a code that comes with an ID token is tied to it, and buys tokens', async () => {
  const tenant = setUpTenant();
  const answer = fragmentOf(await signIn(new Browser(tenant), 'code id_token'));
  const code = text(answer.get('code'));

  assert.equal(claimsOf(text(answer.get('id_token')))['c_hash'], halfHash(code));
  assert.ok((await granted(await exchange(tenant, code)))['access_token']);
});

test('a refresh token never comes through the browser', async () => {
  const browser = new Browser(setUpTenant());
  const scope = 'openid offline_access';
  const params = { response_type: 'token', scope };
  const answer = fragmentOf(
    await browser.signIn('ada@example.com', 'Analytical-1843', { ...params }),
  );

  assert.equal(answer.get('scope'), 'openid');
  assert.equal(answer.get('refresh_token'), null);
});

test('a client without the implicit grant gets a code only', async () => {
  const tenant = setUpTenant(withSpa({ grant_types: ['authorization_code'] }));
  const answer = fragmentOf(
    await new Browser(tenant).authorize({ response_type: 'token id_token' }),
  );

  assert.equal(answer.get('error'), 'unauthorized_client');
  assert.equal(
    answer.get('error_description'),
    "Grant type 'implicit' not allowed for the client.",
  );
});

test('an ID token needs a nonce, and tokens never travel in the query', async () => {
  const browser = new Browser(setUpTenant());
  const withoutNonce = fragmentOf(
    await browser.authorize({ response_type: 'id_token', nonce: '' }),
  );
  const inQuery = fragmentOf(
    await browser.authorize({ response_type: 'token', response_mode: 'query' }),
  );

  assert.equal(withoutNonce.get('error'), 'invalid_request');
  assert.match(withoutNonce.get('error_description') ?? '', /nonce/);
  assert.equal(inQuery.get('error'), 'invalid_request');
});

test('refusals come in the fragment too', async () => {
  const answer = fragmentOf(
    await new Browser(setUpTenant()).authorize({ response_type: 'token', prompt: 'none' }),
  );

  assert.equal(answer.get('error'), 'login_required');
  assert.equal(answer.get('state'), 'the state==');
});

test('a web message carries tokens as well', async () => {
  const browser = new Browser(setUpTenant());
  await signIn(browser, 'code');
  const params = { response_type: 'token id_token', response_mode: 'web_message', prompt: 'none' };
  const page = await (await browser.authorize(params)).text();

  assert.match(page, /"access_token":"[^"]+"/);
  assert.match(page, /"id_token":"[^"]+"/);
});

test('an answer can be posted to the callback', async () => {
  const browser = new Browser(setUpTenant());
  await signIn(browser, 'code');
  const response = await browser.authorize({ response_mode: 'form_post', state: '"><script>' });
  const page = await response.text();

  assert.match(page, new RegExp(`<form method="post" action="${callbackUrl}">`));
  assert.match(page, /<input type="hidden" name="code" value="[^"]+" \/>/);
  assert.match(page, /name="state" value="&quot;&gt;&lt;script&gt;"/);
  assert.match(
    response.headers.get('content-security-policy') ?? '',
    /form-action http:\/\/localhost:4200;/,
  );
});

test('a code can come in the fragment where it is asked for', async () => {
  const browser = new Browser(setUpTenant());
  await signIn(browser, 'code');

  assert.ok(fragmentOf(await browser.authorize({ response_mode: 'fragment' })).has('code'));
});
