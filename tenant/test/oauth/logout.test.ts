import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Browser, callbackParams, locationOf } from '../testing/browser.ts';
import { setUpTenant } from '../testing/tenant.ts';

const app = encodeURIComponent('http://localhost:4200');

async function signedIn(): Promise<Browser> {
  const browser = new Browser(setUpTenant());
  await browser.signIn('ada@example.com', 'Analytical-1843');

  return browser;
}

test('logout ends the session and goes where the client may send it', async () => {
  const browser = await signedIn();
  const cookie = browser.session;
  const response = await browser.send(`/v2/logout?client_id=ligature-spa&returnTo=${app}`);

  assert.equal(locationOf(response), 'http://localhost:4200');
  assert.match(response.headers.get('set-cookie') ?? '', /Max-Age=0/);
  browser.session = cookie;
  assert.equal(
    callbackParams(await browser.authorize({ prompt: 'none' })).get('error'),
    'login_required',
  );
});

test('without returnTo it goes to the client’s first address, and with no client nowhere', async () => {
  const browser = await signedIn();

  assert.equal(
    locationOf(await browser.send('/v2/logout?client_id=ligature-spa')),
    'http://localhost:4200',
  );
  assert.equal((await browser.send('/v2/logout')).status, 200);
});

test('query and hash are not compared, and neither is the case of scheme and host', async () => {
  const browser = await signedIn();
  const addresses = [
    'http://localhost:4200?from=a&b=1#top',
    'HTTP://LOCALHOST:4200/',
    'http://localhost:4200/?ü=1',
  ];

  for (const address of addresses) {
    const query = new URLSearchParams({ client_id: 'ligature-spa', returnTo: address });
    const sent = locationOf(await browser.send(`/v2/logout?${query.toString()}`));
    assert.equal(new URL(sent).href, new URL(address).href);
  }
});

test('an address that is not listed ends on a page of the tenant', async () => {
  const browser = await signedIn();
  const wrong = [
    'client_id=ligature-spa&returnTo=http%3A%2F%2Fevil.example',
    'client_id=ligature-spa&returnTo=http%3A%2F%2Flocalhost%3A4200%2Fanywhere',
    `client_id=ligature-spa&returnTo=${encodeURIComponent('http://localhost:4200@evil.example')}`,
    `client_id=ligature-spa&returnTo=${encodeURIComponent('http://ada@localhost:4200')}`,
    `client_id=ligature-spa&returnTo=${encodeURIComponent('https://localhost:4200')}`,
    `client_id=ligature-spa&returnTo=${encodeURIComponent('localhost:4200')}`,
    `client_id=ligature-spa&returnTo=`,
    'client_id=nobody&returnTo=http%3A%2F%2Flocalhost%3A4200',
    `returnTo=${app}`,
  ];

  for (const query of wrong) {
    const response = await browser.send(`/v2/logout?${query}`);
    assert.equal(response.status, 400, query);
    assert.equal(response.headers.get('location'), null);
  }
});
