import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  Browser,
  callbackParams,
  challenge,
  claimsOf,
  locationOf,
  tokensFrom,
} from '../testing/browser.ts';
import { postJson } from '../testing/requests.ts';
import { changed, withAuth0Messages, withSettings } from '../testing/seeds.ts';
import { callbackUrl, origin, setUpTenant, type TestTenant } from '../testing/tenant.ts';

const email = 'ada@example.com';

/** A browser with a sign-in of its own, and the link that was sent for it. */
async function sentLink(tenant: TestTenant, browser = new Browser(tenant)) {
  const page = locationOf(await browser.authorize());
  const state = new URLSearchParams(page.split('?')[1]).get('state') ?? '';

  return { browser, state, link: await sendLink(tenant, { state, redirect_uri: callbackUrl }) };
}

async function sendLink(tenant: TestTenant, authParams: Readonly<Record<string, string>>) {
  const body = { client_id: 'ligature-spa', connection: 'email', email, send: 'link', authParams };
  assert.equal((await postJson(tenant, '/passwordless/start', body)).status, 200);
  const link = tenant.state.inbox.messages(email)[0]?.link ?? '';

  return link.slice(origin.length);
}

test('the link holds what the client asked for, and the code', async () => {
  const { link, state } = await sentLink(setUpTenant(withAuth0Messages));
  const query = new URLSearchParams(link.split('?')[1]);

  assert.match(link, /^\/passwordless\/verify_redirect\?/);
  assert.equal(query.get('client_id'), 'ligature-spa');
  assert.equal(query.get('connection'), 'email');
  assert.equal(query.get('email'), email);
  assert.equal(query.get('state'), state);
  assert.equal(query.get('redirect_uri'), callbackUrl);
  assert.match(query.get('verification_code') ?? '', /^\d{6}$/);
});

test('in the browser that started, the link finishes its sign-in', async () => {
  const tenant = setUpTenant(withAuth0Messages);
  const { browser, link } = await sentLink(tenant);
  const answer = await browser.send(link);
  const { idToken } = await tokensFrom(tenant, answer);

  assert.equal(callbackParams(answer).get('state'), 'the state==');
  assert.match(String(claimsOf(idToken)['sub']), /^email\|/);
  assert.notEqual(browser.session, '');
});

test('SEC-51: HEAD, a fetch without cookies and another browser spend nothing', async () => {
  const tenant = setUpTenant(withAuth0Messages);
  const { browser, link } = await sentLink(tenant);
  assert.equal((await browser.send(link, { method: 'HEAD' })).status, 200);
  assert.equal((await tenant.app.request(`${origin}${link}`)).status, 400);
  const elsewhere = new Browser(tenant);
  await elsewhere.authorize();
  const refused = await elsewhere.send(link);
  assert.equal(refused.status, 400);
  assert.match(await refused.text(), /must be opened on the same device and browser/);

  assert.ok(callbackParams(await browser.send(link)).has('code'));
});

test('SEC-51: the link works once', async () => {
  const tenant = setUpTenant(withAuth0Messages);
  const { browser, link } = await sentLink(tenant);
  await browser.send(link);

  assert.equal((await browser.send(link)).status, 400);
});

test('a link that is too old, or has a wrong code, is told at the callback', async () => {
  const tenant = setUpTenant(withAuth0Messages);
  const { browser, link } = await sentLink(tenant);
  const forged = link.replace(/verification_code=\d+/, 'verification_code=x');
  const wrong = callbackParams(await browser.send(forged));
  tenant.pass(180);
  const late = callbackParams(await browser.send(link));

  assert.equal(wrong.get('error'), 'unauthorized');
  assert.equal(wrong.get('error_description'), 'Wrong email or verification code.');
  assert.match(late.get('error_description') ?? '', /has expired/);
});

test('a link to a callback that is not listed leads nowhere', async () => {
  const tenant = setUpTenant(withAuth0Messages);
  const { browser, link } = await sentLink(tenant);
  const response = await browser.send(
    link.replace(encodeURIComponent(callbackUrl), encodeURIComponent('http://evil.example/')),
  );

  assert.equal(response.status, 400);
  assert.equal(response.headers.get('location'), null);
});

const embedded = {
  response_type: 'code',
  redirect_uri: callbackUrl,
  scope: 'openid email',
  state: 'the page’s own',
  nonce: 'a nonce',
  code_challenge: challenge,
  code_challenge_method: 'S256',
};

test('a link that a page of the application asked for works only in a tenant that is set so', async () => {
  const strict = setUpTenant(withAuth0Messages);
  const refused = await new Browser(strict).send(await sendLink(strict, embedded));
  assert.equal(refused.status, 400);

  const tenant = setUpTenant(
    changed(withAuth0Messages, withSettings({ allowsMagicLinkWithoutSession: true })),
  );
  const link = await sendLink(tenant, embedded);
  const browser = new Browser(tenant);
  assert.equal((await browser.send(link, { method: 'HEAD' })).status, 200);
  const answer = await browser.send(link);
  assert.equal(callbackParams(answer).get('state'), 'the page’s own');
  const { idToken } = await tokensFrom(tenant, answer);
  assert.equal(claimsOf(idToken)['nonce'], 'a nonce');
});

test('a link of a connection that the client does not have is told so at the callback', async () => {
  const { browser, link } = await sentLink(setUpTenant(withAuth0Messages));
  const answer = callbackParams(
    await browser.send(link.replace('connection=email', 'connection=github')),
  );

  assert.equal(answer.get('error'), 'invalid_request');
});

test('what such a link asks for is checked as at /authorize', async () => {
  const tenant = setUpTenant(
    changed(withAuth0Messages, withSettings({ allowsMagicLinkWithoutSession: true })),
  );
  const link = await sendLink(tenant, { ...embedded, code_challenge: '' });
  const answer = callbackParams(await new Browser(tenant).send(link));

  assert.equal(answer.get('error'), 'invalid_request');
});
