import assert from 'node:assert/strict';
import { test } from 'node:test';

import { password } from '../testing/accounts.ts';
import {
  Browser,
  callbackParams,
  claimsOf,
  jsonOf,
  locationOf,
  text,
  tokensFrom,
} from '../testing/browser.ts';
import { withSpa } from '../testing/seeds.ts';
import { callbackUrl, origin, setUpTenant } from '../testing/tenant.ts';

const location = 'http://localhost:4200/verify';
const withPage = withSpa({ cross_origin_loc: location });

/** A ticket that was got without cookies, and the page that a browser without them is led to. */
async function heldBack(params: Readonly<Record<string, string>> = {}) {
  const tenant = setUpTenant(withPage);
  const response = await new Browser(tenant).send('/co/authenticate', {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'http://localhost:4200' },
    body: JSON.stringify({
      client_id: 'ligature-spa',
      username: 'ada@example.com',
      password: 'Analytical-1843',
      realm: password,
      credential_type: 'http://auth0.com/oauth/grant-type/password-realm',
    }),
  });
  const { login_ticket, co_id, co_verifier } = await jsonOf(response);
  const browser = new Browser(tenant);
  const ticket = text(login_ticket);
  const page = await browser.authorize({ login_ticket: ticket, realm: password, ...params });
  const html = await page.text();
  const action = /action="([^"]+)"/.exec(html)?.[1] ?? '';
  const submit = (verifier: string) => browser.submit(action, { login_ticket: ticket, verifier });

  return { tenant, browser, page, html, coId: text(co_id), verifier: text(co_verifier), submit };
}

test('a ticket without its cookie leads to a page that frames the client’s own and asks by co_id', async () => {
  const { page, html, coId, verifier } = await heldBack();
  const policy = page.headers.get('content-security-policy') ?? '';

  assert.equal(page.status, 200);
  assert.match(policy, /frame-src http:\/\/localhost:4200;/);
  assert.match(policy, /frame-ancestors 'none'/);
  assert.ok(html.includes(`${location}#origin=${encodeURIComponent(origin)}`));
  assert.ok(html.includes(`"${coId}"`));
  assert.ok(!html.includes(verifier));
});

test('the verifier signs in, once', async () => {
  const { tenant, submit, verifier } = await heldBack();
  const answer = await submit(verifier);
  const { idToken } = await tokensFrom(tenant, answer);

  assert.match(String(claimsOf(idToken)['sub']), /^auth0\|/);
  assert.equal((await submit(verifier)).status, 400);
});

test('a verifier that is wrong or missing ends the ticket and leads to the page', async () => {
  for (const wrong of ['', 'guessed']) {
    const { submit, verifier } = await heldBack();

    assert.match(locationOf(await submit(wrong)), /^\/u\/login\?state=/);
    assert.match(locationOf(await submit(verifier)), /^\/u\/login\?state=/);
  }
});

test('silently, a wrong verifier is login_required', async () => {
  const { submit } = await heldBack({ prompt: 'none' });

  assert.equal(callbackParams(await submit('')).get('error'), 'login_required');
});

test('in a frame of the client, its origins may hold the page', async () => {
  const { page, submit, verifier } = await heldBack({
    prompt: 'none',
    response_mode: 'web_message',
    redirect_uri: callbackUrl,
  });

  assert.match(
    page.headers.get('content-security-policy') ?? '',
    /frame-ancestors http:\/\/localhost/,
  );
  assert.match(await (await submit(verifier)).text(), /authorization_response.*"code"/);
});

test('no other page may send the form, and no sign-in that has ended takes it', async () => {
  const { tenant } = await heldBack();
  const send = (from: string) =>
    new Browser(tenant).send('/co/verify?state=x', { method: 'POST', headers: { origin: from } });

  assert.equal((await send('http://localhost:4200')).status, 403);
  assert.equal((await send(origin)).status, 400);
});
