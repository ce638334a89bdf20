import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  Browser,
  callbackParams,
  claimsOf,
  codeOf,
  locationOf,
  tokensFrom,
} from '../testing/browser.ts';
import { setUpTenant, type TestTenant } from '../testing/tenant.ts';

async function open(connection: string, tenant: TestTenant = setUpTenant()) {
  const browser = new Browser(tenant);
  const [path = '', query = ''] = locationOf(await browser.authorize({ connection })).split('?');
  const address = (step: string) => `${path}${step}?${query}`;

  return { tenant, browser, address };
}

const newcomer = { email: 'New.Comer@example.net', name: 'New Comer', verified: 'on' };

test('the page lists the accounts of its provider only, linked ones included', async () => {
  const { browser, address } = await open('google-oauth2');
  const page = await (await browser.send(address(''))).text();

  assert.match(page, /<h1>Sign in with Google<\/h1>/);
  for (const email of [
    'ada@example.com',
    'alan.turing@example.org',
    'margaret.hamilton@example.org',
  ]) {
    assert.match(page, new RegExp(`Continue as <strong>${email}`));
  }
  assert.doesNotMatch(page, /Continue as <strong>grace@example\.com/);
  for (const button of ['Add account', 'Fill in for me', 'Deny']) {
    assert.ok(page.includes(`>${button}</button>`), button);
  }
});

for (const [connection, policy] of [
  ['acme-entra', 'same-origin'],
  ['acme-saml', 'same-origin'],
  ['google-oauth2', null],
] as const) {
  test(`the page of ${connection} cuts its window off as the real one does: ${policy}`, async () => {
    const { browser, address } = await open(connection);
    const page = await browser.send(address(''));
    const refused = await browser.submit(address('/add'), { email: '', name: '' });

    assert.equal(page.headers.get('cross-origin-opener-policy'), policy);
    assert.equal(refused.status, 400);
    assert.equal(refused.headers.get('cross-origin-opener-policy'), policy);
  });
}

test('Continue signs in as that account', async () => {
  const tenant = setUpTenant();
  const browser = new Browser(tenant);
  const signedIn = await browser.signInAt('github', 'grace@example.com');
  const { idToken } = await tokensFrom(tenant, signedIn);

  assert.match(String(claimsOf(idToken)['sub']), /^github\|\d+$/);
  assert.notEqual(browser.session, '');
});

test('a linked account signs its owner in', async () => {
  const tenant = setUpTenant();
  const signedIn = await new Browser(tenant).signInAt('facebook', 'margaret@example.com');
  const { idToken } = await tokensFrom(tenant, signedIn);

  assert.match(String(claimsOf(idToken)['sub']), /^auth0\|/);
  assert.equal(claimsOf(idToken)['name'], 'Margaret Hamilton');
});

test('an account that the provider does not have is refused', async () => {
  const { browser, address } = await open('google-oauth2');
  const response = await browser.submit(address('/continue'), { account: '1' });

  assert.equal(response.status, 400);
  assert.equal(browser.session, '');
});

test('Add account creates the user at this sign-in', async () => {
  const { tenant, browser, address } = await open('google-oauth2');
  const before = tenant.state.users.all().length;
  const { idToken } = await tokensFrom(tenant, await browser.submit(address('/add'), newcomer));
  const claims = claimsOf(idToken);

  assert.equal(tenant.state.users.all().length, before + 1);
  assert.match(String(claims['sub']), /^google-oauth2\|\d{21}$/);
  assert.equal(claims['email'], 'new.comer@example.net');
  assert.equal(claims['email_verified'], true);
  assert.equal(claims['given_name'], 'New');
});

test('without the tick the address is not verified', async () => {
  const { tenant, browser, address } = await open('acme-saml');
  const { email, name } = newcomer;
  const signedIn = await browser.submit(address('/add'), { email, name });
  const claims = claimsOf((await tokensFrom(tenant, signedIn)).idToken);

  assert.equal(claims['email_verified'], false);
  assert.equal(claims['sub'], 'samlp|acme-saml|new.comer@example.net');
});

test('an account that is there already, or is incomplete, is not added', async () => {
  const { tenant, browser, address } = await open('google-oauth2');
  const before = tenant.state.users.all().length;
  const refused = [
    { email: 'ADA@example.com', name: 'Another Ada' },
    { email: 'no address', name: 'Somebody' },
    { email: 'some@example.com', name: ' ' },
  ];

  for (const fields of refused) {
    const response = await browser.submit(address('/add'), fields);
    assert.equal(response.status, 400);
    assert.match(await response.text(), /role="alert"/);
  }
  assert.equal(tenant.state.users.all().length, before);
});

test('Fill in for me makes somebody up, and adding them then works', async () => {
  const { browser, address } = await open('github');
  const page = await (await browser.submit(address('/fill'), {})).text();
  const email = /name="email"[^>]*value="([^"]+@example\.net)"/s.exec(page)?.[1];
  const name = /name="name" value="([^"]+)"/.exec(page)?.[1];
  assert.ok(email !== undefined && name !== undefined);

  assert.ok(codeOf(await browser.submit(address('/add'), { email, name, verified: 'on' })));
});

test('Deny is told at the callback, and the sign-in is over', async () => {
  const { browser, address } = await open('google-oauth2');
  const answer = callbackParams(await browser.submit(address('/deny'), {}));

  assert.equal(answer.get('error'), 'access_denied');
  assert.equal(answer.get('state'), 'the state==');
  assert.equal((await browser.send(address(''))).status, 400);
});

test('a provider that the sign-in was not started for is not there', async () => {
  const { browser, address } = await open('google-oauth2');
  const response = await browser.send(address('').replace('google-oauth2', 'github'));

  assert.equal(response.status, 404);
});
