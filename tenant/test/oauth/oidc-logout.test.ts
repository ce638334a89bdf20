import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ada, adaAtGoogle } from '../testing/accounts.ts';
import {
  Browser,
  callbackParams,
  claimsOf,
  locationOf,
  text,
  tokensFrom,
} from '../testing/browser.ts';
import { origin, setUpTenant } from '../testing/tenant.ts';

const home = 'http://localhost:4200';

async function setUp() {
  const tenant = setUpTenant();
  const { idToken } = await ada(tenant);
  const browser = new Browser(tenant);
  await browser.signIn('ada@example.com', 'Analytical-1843');
  const logout = (params: Readonly<Record<string, string>>) =>
    browser.send(`/oidc/logout?${new URLSearchParams(params).toString()}`);
  const isSignedIn = async () =>
    !callbackParams(await browser.authorize({ prompt: 'none' })).has('error');

  return { tenant, browser, idToken, logout, isSignedIn };
}

test('a client that names the session by its ID token ends it, and gets its state back', async () => {
  const { idToken, logout, isSignedIn } = await setUp();
  const response = await logout({
    id_token_hint: idToken,
    post_logout_redirect_uri: home,
    state: 'x y',
  });

  assert.equal(locationOf(response), `${home}/?state=x+y`);
  assert.equal(await isSignedIn(), false);
});

test('of the address a query is not compared, nor the case of its host, and the state comes to it', async () => {
  const { idToken, logout } = await setUp();
  const response = await logout({
    id_token_hint: idToken,
    post_logout_redirect_uri: 'http://LocalHost:4200/?lang=de#top',
    state: 'x',
  });

  assert.equal(locationOf(response), `${home}/?lang=de&state=x#top`);
});

test('whoever names nobody, or somebody else, has to ask the person', async () => {
  const { tenant, browser, logout, isSignedIn } = await setUp();
  const other = await adaAtGoogle(tenant);
  for (const params of [{}, { client_id: 'ligature-spa' }, { id_token_hint: other.idToken }]) {
    const page = await (await logout(params)).text();
    assert.match(page, /<h1>Sign out\?<\/h1>/);
    assert.match(page, />Sign out<\/button>/);
  }
  assert.equal(await isSignedIn(), true);
  const sent = (from: string) =>
    browser.send('/oidc/logout', {
      method: 'POST',
      headers: { origin: from },
      body: new URLSearchParams({ confirmed: 'yes' }),
    });
  assert.match(await (await sent('http://evil.example')).text(), /Sign out\?/);
  assert.equal(await isSignedIn(), true);

  assert.match(await (await sent(origin)).text(), /Signed out/);
  assert.equal(await isSignedIn(), false);
});

test('whoever names the session itself ends it, and no other name does', async () => {
  const { tenant, browser, idToken, logout, isSignedIn } = await setUp();
  const silent = await tokensFrom(tenant, await browser.authorize({ prompt: 'none' }));
  const wrong = [claimsOf(idToken)['sid'], browser.session, 'x'];
  for (const hint of wrong) {
    const page = await (await logout({ logout_hint: String(hint) })).text();
    assert.match(page, /Sign out\?/);
  }
  assert.equal(await isSignedIn(), true);

  const right = await logout({ logout_hint: text(claimsOf(silent.idToken)['sid']) });

  assert.match(await right.text(), /Signed out/);
  assert.equal(await isSignedIn(), false);
});

test('an address that is not listed, a forged hint and a foreign client are refused', async () => {
  const { idToken, logout, isSignedIn } = await setUp();
  const refused = [
    { id_token_hint: idToken, post_logout_redirect_uri: 'http://evil.example/' },
    { post_logout_redirect_uri: home },
    { id_token_hint: `${idToken}x` },
    { client_id: 'nobody' },
    { id_token_hint: idToken, client_id: 'ligature-m2m' },
  ];

  for (const params of refused) {
    const response = await logout(params);
    assert.equal(response.status, 400);
    assert.equal(response.headers.get('location'), null);
  }
  assert.equal(await isSignedIn(), true);
});
