import assert from 'node:assert/strict';
import { test } from 'node:test';

import { maskText } from '../../src/control/requests/masking.ts';
import { ada, adaAtGoogle, linkWith } from '../testing/accounts.ts';
import { Browser } from '../testing/browser.ts';
import { control, listOf, turnOn } from '../testing/control.ts';
import { origin, setUpTenant } from '../testing/tenant.ts';

test('the log says what was asked and answered, newest first', async () => {
  const tenant = setUpTenant();
  await ada(tenant);
  const requests = await listOf(await control(tenant, 'GET', '/requests'));

  assert.deepEqual(
    requests.map(({ method, path, status, client }) => [method, path, status, client]),
    [
      ['POST', '/oauth/token', 200, 'ligature-spa'],
      ['POST', '/u/login', 302, undefined],
      ['GET', '/authorize', 302, 'ligature-spa'],
    ],
  );
  const [token] = requests;
  assert.equal(token?.['at'], '2026-11-20T10:00:00.000Z');
  assert.ok(typeof token['durationMs'] === 'number' && token['durationMs'] >= 0);
});

test('nothing in the log opens an account: codes, tokens, passwords and addresses are masked', async () => {
  const tenant = setUpTenant();
  const browser = new Browser(tenant);
  const page = await browser.authorize({ login_hint: 'ada@example.com', prompt: 'login' });
  const transaction = new URL(page.headers.get('location') ?? '', origin).searchParams.get('state');
  const primary = await ada(tenant);
  const secondary = await adaAtGoogle(tenant);
  await linkWith(tenant, primary, { link_with: secondary.idToken });
  const log = await (await control(tenant, 'GET', '/requests')).text();

  for (const secret of [
    transaction ?? '',
    'ada@example.com',
    'Analytical-1843',
    'the state==',
    'the nonce==',
    primary.accessToken,
    primary.accessToken.split('.')[2] ?? '',
    secondary.idToken.split('.')[2] ?? '',
  ]) {
    assert.ok(secret !== '' && !log.includes(secret), secret);
  }
  assert.match(log, /"login_hint":"a•••@example\.com"/);
});

test('tokens are decoded, with header and claims, wherever they were seen', async () => {
  const tenant = setUpTenant();
  const primary = await ada(tenant);
  const secondary = await adaAtGoogle(tenant);
  await linkWith(tenant, primary, { link_with: secondary.idToken });
  const [link, exchanged] = tenant.state.control.requests.list();

  assert.deepEqual(
    link?.tokens.map(({ place, claims }) => [place, claims['sub']]),
    [
      ['authorization', primary.id],
      ['request', secondary.id],
    ],
  );
  assert.equal(link.client, 'ligature-spa');
  assert.equal(link.tokens[0]?.header['alg'], 'RS256');
  assert.deepEqual(
    exchanged?.tokens.map(({ place }) => place),
    ['answer', 'answer'],
  );
  assert.equal(exchanged.tokens[1]?.claims['email'], 'a•••@example.com');
  assert.match(String(exchanged.tokens[1].claims['nonce']), /^•••.{4}$/);
});

test('a refusal is logged with its words, a fault with its name, an SDK with its version', async () => {
  const tenant = setUpTenant();
  await turnOn(tenant, 'management-429');
  await tenant.app.request(`${origin}/api/v2/users/auth0%7C1`, {
    headers: {
      'auth0-client': btoa(JSON.stringify({ name: 'auth0-spa-js', version: '2.27.0' })),
      origin: 'http://localhost:4200',
    },
  });
  const [request] = tenant.state.control.requests.list();

  assert.deepEqual(request?.faults, ['management-429']);
  assert.equal(request.refusal, 'Global limit has been reached');
  assert.equal(request.sdk, 'auth0-spa-js 2.27.0');
  assert.equal(request.origin, 'http://localhost:4200');
  assert.equal(request.path, '/api/v2/users/auth0|1');
});

test('the log keeps a thousand requests and forgets them when told to', async () => {
  const tenant = setUpTenant();
  for (let index = 0; index < 1005; index += 1) {
    await tenant.app.request(`${origin}/.well-known/jwks.json`);
  }
  const requests = tenant.state.control.requests.list();
  assert.deepEqual([requests.length, requests[0]?.id, requests.at(-1)?.id], [1000, 1005, 6]);
  await control(tenant, 'DELETE', '/requests');
  assert.deepEqual(await listOf(await control(tenant, 'GET', '/requests')), []);
});

test('the control plane does not fill the log', async () => {
  const tenant = setUpTenant();
  await control(tenant, 'GET', '/users');

  assert.equal(tenant.state.control.requests.list().length, 0);
});

test('masking knows addresses and numbers inside other text', () => {
  assert.equal(maskText('samlp|acme|kat.j@acme.example'), 'samlp|acme|k•••@acme.example');
  assert.equal(maskText('to +15555550100 now'), 'to +15•••00 now');
  assert.equal(maskText('auth0|1fd9e31003bc'), 'auth0|1fd9e31003bc');
});
