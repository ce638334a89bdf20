import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Browser, challenge, locationOf } from '../testing/browser.ts';
import { callbackUrl, setUpTenant } from '../testing/tenant.ts';

const fields = {
  client_id: 'ligature-spa',
  redirect_uri: callbackUrl,
  response_type: 'code',
  scope: 'openid',
  state: 'the state==',
  code_challenge: challenge,
  code_challenge_method: 'S256',
};

test('a form asks /authorize what an address does', async () => {
  const browser = new Browser(setUpTenant());
  const page = locationOf(await browser.submit('/authorize', fields));
  assert.match(page, /^\/u\/login\?state=/);
  const credentials = { email: 'ada@example.com', password: 'Analytical-1843' };
  const answer = new URL(locationOf(await browser.submit(page, credentials)));

  assert.ok(answer.searchParams.has('code'));
  assert.equal(answer.searchParams.get('state'), 'the state==');
});

test('what is in the address of a form does not count', async () => {
  const browser = new Browser(setUpTenant());
  const query = new URLSearchParams(fields).toString();

  assert.equal((await browser.submit(`/authorize?${query}`, {})).status, 400);
});
