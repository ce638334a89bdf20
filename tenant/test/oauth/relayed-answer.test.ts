import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Browser } from '../testing/browser.ts';
import { origin, setUpTenant } from '../testing/tenant.ts';

const owp = { owp: 'true', response_type: 'token id_token' };
const toSignIn = ['ada@example.com', 'Analytical-1843'] as const;

test('a popup with owp gets its answer from a page of the tenant, which asks who opened it', async () => {
  const browser = new Browser(setUpTenant());
  const response = await browser.signIn(...toSignIn, owp);
  const script = await response.text();

  assert.equal(response.status, 200);
  assert.equal(response.headers.get('location'), null);
  assert.equal(response.headers.get('cross-origin-opener-policy'), null);
  assert.match(response.headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/);
  assert.match(script, /\{ a: 'response', d: \{"access_token":"[^"]+"/);
  assert.match(script, /"state":"the state=="/);
  assert.match(
    script,
    /const origins = \["http:\/\/localhost:4200","http:\/\/127\.0\.0\.1:4200"\]/,
  );
});

test('a refusal takes the same way', async () => {
  const browser = new Browser(setUpTenant());
  const page = await (await browser.authorize({ ...owp, prompt: 'none' })).text();

  assert.match(page, /"error":"login_required","error_description":"Login required"/);
});

test('a response_mode that is named goes before owp', async () => {
  const browser = new Browser(setUpTenant());
  const response = await browser.signIn(...toSignIn, { ...owp, response_mode: 'fragment' });

  assert.equal(response.status, 302);
});

test('/relay.html is there for old browsers, in frames of the clients’ pages alone', async () => {
  const response = await setUpTenant().app.request(`${origin}/relay.html`);

  assert.equal(response.status, 200);
  assert.match(await response.text(), /window\.doPost = /);
  assert.match(
    response.headers.get('content-security-policy') ?? '',
    /frame-ancestors http:\/\/localhost:4200 http:\/\/127\.0\.0\.1:4200$/,
  );
});
