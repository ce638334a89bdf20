import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Browser, callbackParams, codeOf, locationOf } from '../testing/browser.ts';
import { changed, withManagementApi, withSettings, withSpa } from '../testing/seeds.ts';
import { setUpTenant } from '../testing/tenant.ts';

type Params = Readonly<Record<string, string>>;

const asking = withManagementApi({ skip_consent_for_verifiable_first_party_clients: false });

const signIn = (browser: Browser, params: Params = {}) =>
  browser.signIn('ada@example.com', 'Analytical-1843', params);

test('consent is asked for once, in words a person understands, and remembered', async () => {
  const tenant = setUpTenant(asking);
  const browser = new Browser(tenant);
  const page = locationOf(await signIn(browser));
  const text = await (await browser.send(page)).text();
  const answer = await browser.submit(page, { answer: 'accept' });

  assert.match(page, /^\/u\/consent\?state=/);
  assert.match(text, /<h1>Authorize Ligature<\/h1>/);
  assert.match(text, /Link accounts to yours/);
  for (const button of ['Accept', 'Decline']) assert.ok(text.includes(`>${button}</button>`));
  assert.ok(codeOf(answer));
  assert.equal(callbackParams(answer).get('state'), 'the state==');
  assert.ok(codeOf(await browser.authorize({ prompt: 'none' })));
});

test('prompt=none is told that consent is missing', async () => {
  const browser = new Browser(setUpTenant(asking));
  await signIn(browser);
  const answer = callbackParams(await browser.authorize({ prompt: 'none' }));

  assert.equal(answer.get('error'), 'consent_required');
  assert.equal(answer.get('error_description'), 'Consent required');
});

test('Decline is told at the callback, and nothing is remembered', async () => {
  const browser = new Browser(setUpTenant(asking));
  const page = locationOf(await signIn(browser));
  const answer = callbackParams(await browser.submit(page, { answer: 'decline' }));

  assert.equal(answer.get('error'), 'access_denied');
  assert.equal(answer.get('error_description'), 'User did not authorize the request');
  assert.equal((await browser.submit(page, { answer: 'accept' })).status, 400);
  assert.match(locationOf(await browser.authorize()), /^\/u\/consent/);
});

test('more than was agreed to is asked for again', async () => {
  const browser = new Browser(setUpTenant(asking));
  const scope = 'openid read:current_user';
  await browser.submit(locationOf(await signIn(browser, { scope })), { answer: 'accept' });

  assert.ok(codeOf(await browser.authorize({ scope: 'openid' })));
  assert.match(
    locationOf(await browser.authorize({ scope: `${scope} update:current_user_metadata` })),
    /^\/u\/consent/,
  );
});

test('somebody else’s client always asks, the own one does not without an API', async () => {
  const foreign = new Browser(setUpTenant(withSpa({ is_first_party: false })));
  const own = new Browser(setUpTenant(asking));

  assert.match(locationOf(await signIn(foreign)), /^\/u\/consent/);
  assert.ok(codeOf(await signIn(own, { audience: '' })));
});

test('as on a real tenant, a loopback callback can be set to need consent', async () => {
  const browser = new Browser(setUpTenant(withSettings({ loopbackNeedsConsent: true })));
  await signIn(browser);
  const silent = callbackParams(await browser.authorize({ prompt: 'none' }));

  assert.equal(silent.get('error'), 'consent_required');
});

test('prompt=consent asks although it was answered before', async () => {
  const browser = new Browser(setUpTenant());
  await signIn(browser);

  assert.match(locationOf(await browser.authorize({ prompt: 'consent' })), /^\/u\/consent/);
});

test('the question is for the browser and the session it was asked in', async () => {
  const tenant = setUpTenant(changed(asking));
  const browser = new Browser(tenant);
  const page = locationOf(await signIn(browser));
  const elsewhere = new Browser(tenant);
  await signIn(elsewhere);
  assert.equal((await elsewhere.submit(page, { answer: 'accept' })).status, 400);
  assert.equal((await browser.submit(page, { answer: 'maybe' })).status, 400);
  await signIn(browser);

  assert.equal((await browser.submit(page, { answer: 'accept' })).status, 400);
});
