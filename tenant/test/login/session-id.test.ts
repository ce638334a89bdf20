import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Browser, callbackParams, claimsOf, codeOf, exchange, text } from '../testing/browser.ts';
import { granted, postForm } from '../testing/requests.ts';
import { withWebApp, secret } from '../testing/seeds.ts';
import { setUpTenant, type TestTenant } from '../testing/tenant.ts';

async function signedIn(tenant: TestTenant) {
  const browser = new Browser(tenant);
  const answer = await browser.signIn('ada@example.com', 'Analytical-1843', {
    scope: 'openid offline_access',
  });
  const tokens = await granted(await exchange(tenant, codeOf(answer)));

  return { browser, tokens, sid: text(claimsOf(text(tokens['id_token']))['sid']) };
}

test('an ID token names the session of its browser, and a renewed one the same', async () => {
  const tenant = setUpTenant();
  const { browser, tokens, sid } = await signedIn(tenant);
  const silent = await granted(
    await exchange(tenant, codeOf(await browser.authorize({ prompt: 'none' }))),
  );
  const renewed = await granted(
    await postForm(tenant, '/oauth/token', {
      grant_type: 'refresh_token',
      client_id: 'ligature-spa',
      refresh_token: text(tokens['refresh_token']),
    }),
  );
  const other = await signedIn(tenant);

  assert.equal(claimsOf(text(silent['id_token']))['sid'], sid);
  assert.equal(claimsOf(text(renewed['id_token']))['sid'], sid);
  assert.notEqual(other.sid, sid);
});

test('what names a session does not open it', async () => {
  const tenant = setUpTenant();
  const { browser, sid } = await signedIn(tenant);
  assert.ok(!browser.session.includes(sid));
  browser.session = sid;

  const answer = callbackParams(await browser.authorize({ prompt: 'none' }));

  assert.equal(answer.get('error'), 'login_required');
});

test('a hook hears the session by the name that the ID token has', async () => {
  const tenant = setUpTenant();
  const heard: unknown[] = [];
  tenant.state.config.postLogin = [
    { secrets: {}, onExecutePostLogin: ({ session }) => void heard.push(session?.id) },
  ];
  const { sid } = await signedIn(tenant);

  assert.deepEqual(heard, [sid]);
});

test('where there was no browser there is no session to name', async () => {
  const tenant = setUpTenant(withWebApp());
  const tokens = await granted(
    await postForm(tenant, '/oauth/token', {
      grant_type: 'http://auth0.com/oauth/grant-type/password-realm',
      realm: 'Username-Password-Authentication',
      client_id: 'web-app',
      client_secret: secret,
      username: 'ada@example.com',
      password: 'Analytical-1843',
      scope: 'openid',
    }),
  );

  assert.equal('sid' in claimsOf(text(tokens['id_token'])), false);
});
