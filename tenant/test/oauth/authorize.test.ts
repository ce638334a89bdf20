import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  Browser,
  callbackParams,
  codeOf,
  locationOf,
  tokensFrom,
  claimsOf,
} from '../testing/browser.ts';
import { callbackUrl, setUpTenant } from '../testing/tenant.ts';

test('SEC-06: without an S256 challenge there is an error at the callback and no code', async () => {
  const browser = new Browser(setUpTenant());
  await browser.signIn('ada@example.com', 'Analytical-1843');
  const refused = [
    { code_challenge: '' },
    { code_challenge_method: 'plain' },
    { code_challenge_method: '' },
    { code_challenge: 'short' },
  ];

  for (const params of refused) {
    const answer = callbackParams(await browser.authorize(params));
    assert.equal(answer.get('error'), 'invalid_request');
    assert.equal(answer.get('code'), null);
    assert.equal(answer.get('state'), 'the state==');
  }
});

test('SEC-07: a redirect_uri that is not exactly a listed one ends on a page of the tenant', async () => {
  const browser = new Browser(setUpTenant());
  const wrong = [
    `${callbackUrl}/extra`,
    `${callbackUrl}?next=x`,
    `${callbackUrl}/`,
    `${callbackUrl}#x`,
    'http://localhost:4201/callback',
    'http://user@localhost:4200/callback',
    'http://LOCALHOST:4200/callback',
    'http://localhost:4200/Callback',
    'https://localhost:4200/callback',
    '',
  ];

  for (const redirect_uri of wrong) {
    const response = await browser.authorize({ redirect_uri });
    assert.equal(response.status, 400, redirect_uri);
    assert.equal(response.headers.get('location'), null);
    const page = await response.text();
    assert.match(page, /<h1>Callback URL mismatch<\/h1>/);
    assert.match(page, /href="\/_tenant\/applications#application-ligature-spa"/);
  }
});

test('an unknown client ends on a page of the tenant', async () => {
  const response = await new Browser(setUpTenant()).authorize({ client_id: 'nobody' });

  assert.equal(response.status, 400);
  assert.match(await response.text(), /Unknown application/);
});

test('SEC-24: a web message to an origin that is not listed is never sent', async () => {
  const tenant = setUpTenant((seed) => ({
    ...seed,
    clients: seed.clients.map((client) => ({ ...client, web_origins: [] })),
  }));
  const response = await new Browser(tenant).authorize({
    response_mode: 'web_message',
    prompt: 'none',
  });

  assert.equal(response.status, 403);
  assert.doesNotMatch(await response.text(), /postMessage/);
});

test('a web message goes to the exact origin of the callback, and only its origins may frame it', async () => {
  const response = await new Browser(setUpTenant()).authorize({
    response_mode: 'web_message',
    prompt: 'none',
    state: '</script><b>',
  });
  const page = await response.text();
  const policy = response.headers.get('content-security-policy') ?? '';
  const nonce = /<script nonce="([^"]+)">/.exec(page)?.[1];

  assert.equal(response.status, 200);
  assert.match(page, /\(window\.opener \|\| window\.parent\)\.postMessage\(/);
  assert.match(page, /"error":"login_required","error_description":"Login required"/);
  assert.match(page, /\}, "http:\/\/localhost:4200"\);/);
  assert.match(page, /"state":"\\u003c\/script>\\u003cb>"/);
  assert.ok(nonce !== undefined && policy.includes(`script-src 'nonce-${nonce}'`));
  assert.match(policy, /frame-ancestors http:\/\/localhost:4200 http:\/\/127\.0\.0\.1:4200$/);
  assert.equal(response.headers.get('x-frame-options'), null);
  assert.equal(response.headers.get('cross-origin-opener-policy'), null);
});

test('without a session a person is asked, and prompt=none is told so', async () => {
  const browser = new Browser(setUpTenant());

  assert.match(locationOf(await browser.authorize()), /^\/u\/login\?state=/);
  const silent = callbackParams(await browser.authorize({ prompt: 'none' }));
  assert.equal(silent.get('error'), 'login_required');
  assert.equal(silent.get('error_description'), 'Login required');
});

test('a session answers at once, state unchanged', async () => {
  const browser = new Browser(setUpTenant());
  await browser.signIn('ada@example.com', 'Analytical-1843');

  for (const params of [{}, { prompt: 'none' }]) {
    const answer = await browser.authorize(params);
    assert.ok(codeOf(answer));
    assert.equal(callbackParams(answer).get('state'), 'the state==');
  }
});

test('prompt=login and a sign-in older than max_age ask again', async () => {
  const tenant = setUpTenant();
  const browser = new Browser(tenant);
  await browser.signIn('ada@example.com', 'Analytical-1843');
  tenant.pass(30);

  assert.match(locationOf(await browser.authorize({ prompt: 'login' })), /^\/u\/login/);
  assert.match(locationOf(await browser.authorize({ max_age: '0' })), /^\/u\/login/);
  assert.match(locationOf(await browser.authorize({ max_age: '29' })), /^\/u\/login/);
  assert.ok(codeOf(await browser.authorize({ max_age: '31' })));
  const silent = callbackParams(await browser.authorize({ prompt: 'none', max_age: '29' }));
  assert.equal(silent.get('error'), 'login_required');
});

test('what cannot be answered is told at the callback', async () => {
  const browser = new Browser(setUpTenant());
  const cases = [
    [{ response_type: '' }, 'invalid_request', /response_type/],
    [{ response_type: 'telegram' }, 'unsupported_response_type', /telegram/],
    [{ response_mode: 'pigeon' }, 'invalid_request', /pigeon/],
    [
      { audience: 'https://elsewhere/' },
      'access_denied',
      /^Service not found: https:\/\/elsewhere\/$/,
    ],
    [{ connection: 'nowhere' }, 'invalid_request', /connection/],
    [{ realm: 'nowhere' }, 'invalid_request', /connection/],
    [{ dpop_jkt: 'short' }, 'invalid_request', /dpop_jkt/],
    [{ id_token_hint: 'no token' }, 'invalid_request', /id_token_hint/],
    [{ organization: 'nowhere' }, 'invalid_request', /organization/],
    [{ connection: 'sms', prompt: 'none' }, 'login_required', /^Login required$/],
    [{ max_age: '-1' }, 'invalid_request', /max_age/],
    [{ prompt: 'none login' }, 'invalid_request', /none/],
    [{ prompt: 'sing' }, 'invalid_request', /sing/],
  ] as const;

  for (const [params, error, description] of cases) {
    const answer = callbackParams(await browser.authorize(params));
    assert.equal(answer.get('error'), error);
    assert.match(answer.get('error_description') ?? '', description);
  }
});

test('a social connection goes straight to its provider, a database to its own page', async () => {
  const browser = new Browser(setUpTenant());

  assert.match(
    locationOf(await browser.authorize({ connection: 'google-oauth2' })),
    /^\/provider\/google-oauth2\?state=/,
  );
  assert.match(
    locationOf(await browser.authorize({ connection: 'Username-Password-Authentication' })),
    /^\/u\/login\?state=/,
  );
});

test('a session does not answer for a connection it was not started with', async () => {
  const browser = new Browser(setUpTenant());
  await browser.signIn('ada@example.com', 'Analytical-1843');

  assert.match(
    locationOf(await browser.authorize({ connection: 'github' })),
    /^\/provider\/github/,
  );
});

test('a second sign-in replaces the session, and the first one is dead', async () => {
  const tenant = setUpTenant();
  const browser = new Browser(tenant);
  await browser.signIn('ada@example.com', 'Analytical-1843');
  const first = browser.session;
  await browser.signInAt('github', 'grace@example.com');

  const { idToken } = await tokensFrom(tenant, await browser.authorize({ prompt: 'none' }));
  assert.match(String(claimsOf(idToken)['sub']), /^github\|/);
  browser.session = first;
  assert.equal(
    callbackParams(await browser.authorize({ prompt: 'none' })).get('error'),
    'login_required',
  );
});

test('a session ends when it idles, and at last in any case', async () => {
  const tenant = setUpTenant();
  const browser = new Browser(tenant);
  const { idleSessionMs, sessionMs } = tenant.state.config.lifetimes;
  await browser.signIn('ada@example.com', 'Analytical-1843');
  for (let seconds = 0; seconds < sessionMs / 1000 - 2 * 86_400; seconds += 86_400) {
    tenant.pass(86_400);
    assert.ok(codeOf(await browser.authorize({ prompt: 'none' })));
  }
  tenant.pass(2 * 86_400);
  assert.match(locationOf(await browser.authorize()), /^\/u\/login/);

  await browser.signIn('ada@example.com', 'Analytical-1843');
  tenant.pass(idleSessionMs / 1000);
  assert.match(locationOf(await browser.authorize()), /^\/u\/login/);
});

test('the session cookie is host-only, HttpOnly and SameSite=Lax', async () => {
  const browser = new Browser(setUpTenant());
  const response = await browser.signIn('ada@example.com', 'Analytical-1843');
  const attributes = (response.headers.get('set-cookie') ?? '').split('; ').slice(1);

  assert.deepEqual(attributes.sort(), ['HttpOnly', 'Max-Age=604800', 'Path=/', 'SameSite=Lax']);
});

test('somebody blocked after the sign-in gets no code from the session', async () => {
  const tenant = setUpTenant();
  const browser = new Browser(tenant);
  await browser.signIn('ada@example.com', 'Analytical-1843');
  const found = tenant.state.users.findByEmail(
    'Username-Password-Authentication',
    'ada@example.com',
  );
  assert.ok(found);
  tenant.state.users.put({ ...found.user, blocked: true });

  assert.equal(callbackParams(await browser.authorize()).get('error'), 'unauthorized');
});
