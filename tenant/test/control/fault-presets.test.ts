import assert from 'node:assert/strict';
import { test } from 'node:test';

import { serveTenant } from '../../src/serve.ts';
import { ada, adaAtGoogle, call, linkWith } from '../testing/accounts.ts';
import {
  Browser,
  callbackParams,
  claimsOf,
  codeOf,
  exchange,
  jsonOf,
  text,
  tokensFrom,
} from '../testing/browser.ts';
import { control, listOf, turnOn } from '../testing/control.ts';
import { assertRefused, postForm } from '../testing/requests.ts';
import { setUpTenant } from '../testing/tenant.ts';

test('every preset says in one sentence what it does and in one what to expect', async () => {
  const presets = await listOf(await control(setUpTenant(), 'GET', '/faults/presets'));

  assert.deepEqual(presets.map(({ name }) => name).toSorted(), [
    'cookies-blocked',
    'expired-link-token',
    'keys-rotated',
    'link-409',
    'link-answer-lost',
    'malformed-json',
    'management-429',
    'popup-never-returns',
    'slow-tenant',
    'token-answer-lost',
    'wrong-nonce',
  ]);
  for (const { does, expect, on, fired } of presets) {
    assert.match(text(does), /^[A-Z].*\.$/);
    assert.match(text(expect), /^The application should .*\.$/);
    assert.deepEqual([on, fired], [false, 0]);
  }
  assert.equal((await control(setUpTenant(), 'POST', '/faults/presets/flood')).status, 404);
});

test('a preset is on until it has fired, starts over when it is turned on again, and can be turned off', async () => {
  const tenant = setUpTenant();
  const preset = async () =>
    (await listOf(await control(tenant, 'GET', '/faults/presets'))).find(
      ({ name }) => name === 'management-429',
    );
  await turnOn(tenant, 'management-429');
  assert.equal((await preset())?.['on'], true);
  await call(tenant, 'GET', 'x', '');
  await call(tenant, 'GET', 'x', '');
  assert.deepEqual([(await preset())?.['on'], (await preset())?.['fired']], [false, 2]);
  await turnOn(tenant, 'management-429');
  assert.deepEqual([(await preset())?.['on'], (await preset())?.['fired']], [true, 0]);
  await control(tenant, 'DELETE', '/faults/presets/management-429');
  assert.equal((await preset())?.['on'], false);
  assert.equal((await listOf(await control(tenant, 'GET', '/faults'))).length, 0);
});

test('link-answer-lost: the link is made, and nobody hears of it', async () => {
  const tenant = setUpTenant();
  const primary = await ada(tenant);
  const secondary = await adaAtGoogle(tenant);
  await turnOn(tenant, 'link-answer-lost');
  const answer = await linkWith(tenant, primary, { link_with: secondary.idToken });

  assert.deepEqual([answer.status, await answer.text()], [502, '']);
  assert.equal(tenant.state.users.get(primary.id)?.identities.length, 2);
  assert.equal(tenant.state.control.requests.list()[0]?.status, 0);
  assert.equal((await call(tenant, 'GET', primary.id, primary.accessToken)).status, 200);
});

test('link-answer-lost: over the network the connection is closed', async () => {
  const tenant = await serveTenant({ port: 0 });
  try {
    await fetch(`${tenant.origin}/_tenant/api/faults/presets/link-answer-lost`, { method: 'POST' });
    const link = () =>
      fetch(`${tenant.origin}/api/v2/users/auth0%7C1/identities`, { method: 'POST' });

    await assert.rejects(link(), TypeError);
    assert.equal((await link()).status, 401);
  } finally {
    await tenant.close();
  }
});

test('link-409: the account belongs to somebody else', async () => {
  const tenant = setUpTenant();
  const primary = await ada(tenant);
  const secondary = await adaAtGoogle(tenant);
  await turnOn(tenant, 'link-409');
  const answer = await linkWith(tenant, primary, { link_with: secondary.idToken });

  assert.equal(answer.status, 409);
  assert.equal((await jsonOf(answer))['message'], 'Specified identity already exists.');
  assert.equal(tenant.state.users.get(primary.id)?.identities.length, 1);
});

test('expired-link-token: refused in the words for a token that is too old', async () => {
  const tenant = setUpTenant();
  const primary = await ada(tenant);
  const secondary = await adaAtGoogle(tenant);
  const link = () => linkWith(tenant, primary, { link_with: secondary.idToken });
  await turnOn(tenant, 'expired-link-token');
  const faked = await link();
  tenant.pass(36_001);
  const real = await link();

  assert.equal(faked.status, 400);
  assert.deepEqual(await jsonOf(faked), await jsonOf(real));
});

test('token-answer-lost: the code is used up, and its tokens are gone', async () => {
  const tenant = setUpTenant();
  const code = codeOf(await new Browser(tenant).signIn('ada@example.com', 'Analytical-1843'));
  await turnOn(tenant, 'token-answer-lost');

  assert.equal((await exchange(tenant, code)).status, 502);
  assert.equal((await jsonOf(await exchange(tenant, code)))['error'], 'invalid_grant');
});

test('token-answer-lost: a refresh token is used up, and coming again it ends its family', async () => {
  const tenant = setUpTenant();
  const signedIn = await new Browser(tenant).signIn('ada@example.com', 'Analytical-1843', {
    scope: 'openid offline_access',
  });
  const { refresh_token } = await jsonOf(await exchange(tenant, codeOf(signedIn)));
  const renew = () =>
    postForm(tenant, '/oauth/token', {
      ...{ grant_type: 'refresh_token', client_id: 'ligature-spa' },
      refresh_token: text(refresh_token),
    });
  await turnOn(tenant, 'token-answer-lost');

  assert.equal((await renew()).status, 502);
  await assertRefused(await renew(), 403, 'invalid_grant', 'Unknown or invalid refresh token.');
});

test('wrong-nonce: the ID token is signed and right but for its nonce', async () => {
  const tenant = setUpTenant();
  await turnOn(tenant, 'wrong-nonce');
  const { id, idToken } = await ada(tenant);
  const reading = await tenant.signer.read(idToken);

  assert.ok(reading.kind === 'valid');
  assert.equal(reading.claims['sub'], id);
  assert.equal(reading.claims['nonce'], 'a-nonce-nobody-asked-for');
  assert.equal(claimsOf((await ada(tenant)).idToken)['nonce'], 'the nonce==');
});

test('keys-rotated: tokens of the old key are refused, and a new sign-in helps', async () => {
  const tenant = setUpTenant();
  const { id, accessToken } = await ada(tenant);
  await turnOn(tenant, 'keys-rotated');
  const refused = await call(tenant, 'GET', id, accessToken);

  assert.equal(refused.status, 401);
  assert.equal(
    (await jsonOf(refused))['message'],
    'Invalid signature received for JSON Web Token validation',
  );
  assert.equal((await call(tenant, 'GET', id, (await ada(tenant)).accessToken)).status, 200);
});

for (const responseMode of ['web_message', 'query']) {
  test(`popup-never-returns: the person is signed in, and nothing comes back by ${responseMode}`, async () => {
    const tenant = setUpTenant();
    const browser = new Browser(tenant);
    const popup = { response_mode: responseMode };
    await turnOn(tenant, 'popup-never-returns');
    const answer = await browser.signIn('ada@example.com', 'Analytical-1843', popup);
    const page = await answer.text();

    assert.equal(answer.headers.get('location'), null);
    assert.match(page, /Nothing comes back/);
    assert.doesNotMatch(page, /<script(?! src="\/_tenant\/assets\/)|authorization_response/);
    await control(tenant, 'DELETE', '/faults');
    assert.ok(callbackParams(await browser.authorize({ prompt: 'none' })).has('code'));
  });
}

test('cookies-blocked: a silent sign-in meets nobody, and a visible one goes on as ever', async () => {
  const tenant = setUpTenant();
  const browser = new Browser(tenant);
  await browser.signIn('ada@example.com', 'Analytical-1843');
  await turnOn(tenant, 'cookies-blocked');

  assert.equal(
    callbackParams(await browser.authorize({ prompt: 'none' })).get('error'),
    'login_required',
  );
  assert.ok(callbackParams(await browser.authorize()).has('code'));
});

test('management-429: two calls are refused with the headers that say how long to wait', async () => {
  const tenant = setUpTenant();
  const { id, accessToken } = await ada(tenant);
  await turnOn(tenant, 'management-429');
  const refused = await call(tenant, 'GET', id, accessToken);

  assert.equal(refused.status, 429);
  assert.equal(refused.headers.get('retry-after'), '1');
  assert.equal(refused.headers.get('x-ratelimit-remaining'), '0');
  assert.equal(
    refused.headers.get('x-ratelimit-reset'),
    String(Math.floor(tenant.nowMs() / 1000) + 1),
  );
  assert.deepEqual(await jsonOf(refused), {
    statusCode: 429,
    error: 'Too Many Requests',
    message: 'Global limit has been reached',
    errorCode: 'too_many_requests',
  });
  assert.equal((await call(tenant, 'GET', id, accessToken)).status, 429);
  assert.equal((await call(tenant, 'GET', id, accessToken)).status, 200);
});

test('malformed-json: the answer breaks off, and what was asked is done', async () => {
  const tenant = setUpTenant();
  const primary = await ada(tenant);
  const secondary = await adaAtGoogle(tenant);
  await turnOn(tenant, 'malformed-json');
  const answer = await linkWith(tenant, primary, { link_with: secondary.idToken });

  assert.equal(answer.status, 201);
  await assert.rejects(answer.json(), SyntaxError);
  assert.equal(tenant.state.users.get(primary.id)?.identities.length, 2);
});

test('slow-tenant: a request waits until the fault is turned off', async () => {
  const tenant = setUpTenant();
  await turnOn(tenant, 'slow-tenant');
  let isAnswered = false;
  const browser = new Browser(tenant);
  const signIn = browser.authorize().then(async (page) => {
    isAnswered = true;

    return page.text();
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  assert.equal(isAnswered, false);
  await control(tenant, 'DELETE', '/faults/presets/slow-tenant');
  await signIn;
  assert.equal(
    (
      await tokensFrom(tenant, await browser.signIn('ada@example.com', 'Analytical-1843'))
    ).scope.includes('openid'),
    true,
  );
});
